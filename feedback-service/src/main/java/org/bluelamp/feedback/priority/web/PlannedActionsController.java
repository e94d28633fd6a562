package org.bluelamp.feedback.priority.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.PlannedAction;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.priority.StalePriorityException;
import org.bluelamp.feedback.priority.Text;
import org.bluelamp.feedback.priority.Undertaking;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.LondonTime;
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
import org.springframework.web.servlet.ModelAndView;

/** Where sergeants and administrators say what is planned about a priority, by whom and by when, and what came of it. */
@Controller
@StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(PriorityFrames.LIST + "/{id}/actions")
class PlannedActionsController {

    private final PriorityDesk desk;
    private final PriorityFrames frames;
    private final Clock clock;

    PlannedActionsController(PriorityDesk desk, PriorityFrames frames, Clock clock) {
        this.desk = desk;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank(StaffMember staff, @PathVariable UUID id) {
        @Nullable Current current = frames.current(staff, new PriorityId(id));
        return current == null ? over(id) : page(staff, current, Form.of(ActionForm.blank()));
    }

    @PostMapping("/new")
    ModelAndView plan(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") ActionForm form,
            BindingResult errors) {
        PriorityId priority = new PriorityId(id);
        @Nullable Current current = frames.current(staff, priority);
        if (current == null) {
            return over(id);
        }
        @Nullable LocalDate due = form.check(errors, LondonTime.date(clock.instant()));
        if (current.undertaking().plan().size() >= Undertaking.MOST_PLANNED) {
            errors.reject("many", "A priority has at most " + Undertaking.MOST_PLANNED + " planned actions");
        }
        if (due == null || errors.hasErrors()) {
            return page(staff, current, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            desk.plan(staff, priority, version, PlannedAction.of(form.text(), form.owner(), due));
            return PageView.redirect(PriorityFrames.path(priority) + "?done=planned");
        } catch (StalePriorityException tooLate) {
            @Nullable Current now = frames.current(staff, priority);
            if (now == null) {
                return over(id);
            }
            frames.rejectStale(errors, priority);
            return page(staff, now, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/{action}")
    ModelAndView ask(StaffMember staff, @PathVariable UUID id, @PathVariable UUID action) {
        @Nullable Current current = frames.current(staff, new PriorityId(id));
        @Nullable PlannedAction planned = current == null ? null : open(current, action);
        return current == null || planned == null
                ? over(id)
                : page(staff, current, planned, Form.of(new StepForm(null)));
    }

    @PostMapping("/{action}")
    ModelAndView finish(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam long version,
            @ModelAttribute("form") StepForm form,
            BindingResult errors) {
        PriorityId priority = new PriorityId(id);
        @Nullable Current current = frames.current(staff, priority);
        @Nullable PlannedAction planned = current == null ? null : open(current, action);
        if (current == null || planned == null) {
            return over(id);
        }
        Rules.check(errors, "text", Text.RESULT, form.text(), "Enter what came of it");
        if (errors.hasErrors()) {
            return page(staff, current, planned, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            desk.finish(staff, priority, version, action, form.text());
            return PageView.redirect(PriorityFrames.path(priority) + "?done=finished");
        } catch (StalePriorityException tooLate) {
            return conflict(staff, priority, action, errors);
        }
    }

    @PostMapping("/{action}/drop")
    ModelAndView drop(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam long version,
            @ModelAttribute("form") StepForm form,
            BindingResult errors) {
        PriorityId priority = new PriorityId(id);
        @Nullable Current current = frames.current(staff, priority);
        if (current == null || open(current, action) == null) {
            return over(id);
        }
        try {
            desk.drop(staff, priority, version, action);
            return PageView.redirect(PriorityFrames.path(priority) + "?done=dropped");
        } catch (StalePriorityException tooLate) {
            return conflict(staff, priority, action, errors);
        }
    }

    private ModelAndView conflict(StaffMember staff, PriorityId priority, UUID action, BindingResult errors) {
        @Nullable Current now = frames.current(staff, priority);
        @Nullable PlannedAction still = now == null ? null : open(now, action);
        if (now == null || still == null) {
            return over(priority.value());
        }
        frames.rejectStale(errors, priority);
        return page(staff, now, still, Form.of(errors)).status(HttpStatus.CONFLICT);
    }

    private static @Nullable PlannedAction open(Current priority, UUID action) {
        return priority.undertaking().plan().stream()
                .filter(one -> one.id().equals(action) && !one.done())
                .findFirst()
                .orElse(null);
    }

    private PageView page(StaffMember staff, Current priority, Form form) {
        return new PageView(
                "feedback/priority/action",
                frames.page(staff, "Plan an action", priority).form(form),
                new ActionPage(priority, form));
    }

    private PageView page(StaffMember staff, Current priority, PlannedAction action, Form form) {
        return new PageView(
                "feedback/priority/action-done",
                frames.page(staff, "What came of this action?", priority).form(form),
                new ActionPage.Done(priority, action, form));
    }

    /** What has ended or is done cannot be changed; the priority's page says so. */
    private static ModelAndView over(UUID id) {
        return PageView.redirect(PriorityFrames.path(new PriorityId(id)));
    }
}
