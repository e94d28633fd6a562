package org.bluelamp.feedback.moderation.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.moderation.KeptBack;
import org.bluelamp.feedback.moderation.ModerationDesk;
import org.bluelamp.feedback.moderation.ModerationDesk.Decision;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.wording.Personal;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
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

/** Where officers and sergeants decide what of concerns everybody may read. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(ModerationController.PATH)
class ModerationController {

    static final String PATH = "/staff/feedback/moderation";

    private final ModerationDesk desk;
    private final Desk concerns;
    private final Pages pages;

    ModerationController(ModerationDesk desk, Desk concerns, Pages pages) {
        this.desk = desk;
        this.concerns = concerns;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView queue(
            StaffMember staff,
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) @Nullable String done) {
        String known = List.of("public", "kept-back").contains(state) ? state : "waiting";
        return new PageView(
                "feedback/moderation/queue",
                pages.staff(StaffSection.FEEDBACK, "Moderation", staff)
                        .notice(done == null ? null : NotificationBanner.success("Your decision has been saved")),
                new ModerationQueuePage(known, desk.queue(staff, known, number(page))));
    }

    @GetMapping("/{reference}")
    ModelAndView ask(StaffMember staff, @PathVariable String reference) {
        Concern concern = concern(staff, reference);
        Optional<Decision> decision = desk.decision(concern);
        ModerationForm form = decision.map(made -> new ModerationForm(
                        made.publicText() == null ? "keep-back" : "show",
                        made.publicText() == null ? Personal.redacted(concern.text()) : made.publicText(),
                        made.reason() == null ? null : made.reason().code(),
                        made.note()))
                .orElseGet(() -> new ModerationForm(null, Personal.redacted(concern.text()), null, null));
        return page(staff, concern, decision.orElse(null), Form.of(form));
    }

    @PostMapping("/{reference}")
    ModelAndView decide(
            StaffMember staff,
            @PathVariable String reference,
            @RequestParam long version,
            @ModelAttribute("form") ModerationForm form,
            BindingResult errors) {
        Concern concern = concern(staff, reference);
        boolean show = form.decision().equals("show");
        @Nullable KeptBack reason = KeptBack.of(form.reason()).orElse(null);
        if (show) {
            desk.faults(form.text()).forEach(fault -> errors.rejectValue("text", "Rule", fault));
        } else if (!form.decision().equals("keep-back")) {
            errors.rejectValue("decision", "NotBlank", "Select whether to publish it");
        } else if (reason == null) {
            errors.rejectValue("reason", "NotBlank", "Select why you are not publishing it");
        } else if (reason == KeptBack.OTHER && form.note().isEmpty()) {
            errors.rejectValue("note", "NotBlank", "Write why, for your colleagues");
        }
        if (Typed.length(form.note()) > ModerationForm.LONGEST_NOTE) {
            errors.rejectValue("note", "Size", "The note must be 1,000 characters or fewer");
        }
        if (errors.hasErrors()) {
            return page(staff, concern, desk.decision(concern).orElse(null), Form.of(errors))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean kept = show || reason == null
                ? desk.show(staff, concern, version, form.text(), form.note())
                : desk.keepBack(staff, concern, version, reason, form.note());
        if (kept) {
            return PageView.redirect(PATH + "?done=decided");
        }
        errors.reject(
                "stale",
                "A colleague made a decision after you opened this. We have kept what you wrote, so send it again if"
                        + " it is still right");
        return page(staff, concern, desk.decision(concern).orElse(null), Form.of(errors))
                .status(HttpStatus.CONFLICT);
    }

    private Concern concern(StaffMember staff, String reference) {
        return Reference.read(reference)
                .flatMap(known -> concerns.concern(staff, known))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PageView page(StaffMember staff, Concern concern, @Nullable Decision decision, Form form) {
        return new PageView(
                "feedback/moderation/concern",
                pages.staff(StaffSection.FEEDBACK, "Do you want to publish it?", staff)
                        .crumb("Moderation", PATH)
                        .caption(concern.areaName())
                        .form(form),
                new ModerationPage(concern, decision, form));
    }

    private static int number(String page) {
        try {
            return Integer.parseInt(page);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
