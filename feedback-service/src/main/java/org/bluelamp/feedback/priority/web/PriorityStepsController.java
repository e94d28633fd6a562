package org.bluelamp.feedback.priority.web;

import java.util.UUID;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.priority.StalePriorityException;
import org.bluelamp.feedback.submission.AskedDeed;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where priorities are reviewed, completed, replaced and taken back. */
@Controller
@StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(PriorityFrames.LIST + "/{id}/{step}")
class PriorityStepsController {

    private final PriorityDesk desk;
    private final PriorityFrames frames;

    PriorityStepsController(PriorityDesk desk, PriorityFrames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView ask(StaffMember staff, @PathVariable UUID id, @PathVariable String step) {
        Step wanted = step(step);
        @Nullable Current current = frames.current(staff, new PriorityId(id));
        return current == null ? over(id) : page(staff, current, wanted, Form.of(new StepForm(null)));
    }

    @PostMapping
    ModelAndView take(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam long version,
            @ModelAttribute("form") StepForm form,
            BindingResult errors) {
        Step wanted = step(step);
        PriorityId priority = new PriorityId(id);
        @Nullable Current current = frames.current(staff, priority);
        if (current == null) {
            return over(id);
        }
        Rules.check(errors, "text", wanted.text(), form.text(), wanted.words().missing());
        if (errors.hasErrors()) {
            return page(staff, current, wanted, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            switch (wanted) {
                case REVIEW -> desk.review(staff, priority, version, form.text());
                case COMPLETE -> desk.complete(staff, priority, version, form.text());
                case REPLACE -> desk.replace(staff, priority, version, form.text());
                case WITHDRAW -> desk.withdraw(staff, priority, version, form.text());
            }
            return PageView.redirect(PriorityFrames.path(priority) + "?done=" + wanted.word());
        } catch (StalePriorityException tooLate) {
            @Nullable Current now = frames.current(staff, priority);
            if (now == null) {
                return over(id);
            }
            frames.rejectStale(errors, priority);
            return page(staff, now, wanted, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
    }

    private PageView page(StaffMember staff, Current priority, Step step, Form form) {
        return new PageView(
                "feedback/priority/step",
                frames.page(staff, step.words().title(), priority).form(form),
                new StepPage(priority, step, form));
    }

    /** What has ended cannot be changed; its page says so. */
    private static ModelAndView over(UUID id) {
        return PageView.redirect(PriorityFrames.path(new PriorityId(id)));
    }

    private static Step step(String word) {
        return AskedDeed.of(Step.class, word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
