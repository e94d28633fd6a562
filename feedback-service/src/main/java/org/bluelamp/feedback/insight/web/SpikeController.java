package org.bluelamp.feedback.insight.web;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.insight.Spike;
import org.bluelamp.feedback.insight.Spike.Outcome;
import org.bluelamp.feedback.insight.SpikeDesk;
import org.bluelamp.feedback.submission.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where officers look at what rose suddenly in their areas and say what became of it. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class SpikeController {

    static final String LIST = InsightController.HOME + "/rises";

    private final SpikeDesk desk;
    private final Pages pages;

    SpikeController(SpikeDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    static String path(UUID id) {
        return LIST + "/" + id;
    }

    @GetMapping(LIST)
    ModelAndView list(StaffMember staff, @RequestParam(name = "closed", required = false) @Nullable String closed) {
        return new PageView(
                "feedback/insight/rises",
                pages.staff(StaffSection.FEEDBACK, "Sudden rises", staff)
                        .crumb("Insight", InsightController.HOME)
                        .notice(closed == null ? null : NotificationBanner.success("What became of it is kept.")),
                new SpikesPage(desk.open(staff), desk.closed(staff)));
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView look(StaffMember staff, @PathVariable UUID id) {
        return page(staff, find(staff, id), Form.of(SpikeForm.blank()));
    }

    @PostMapping(LIST + "/{id}")
    @StaffEndpoint({Role.OFFICER, Role.SERGEANT})
    ModelAndView close(
            StaffMember staff, @PathVariable UUID id, @ModelAttribute("form") SpikeForm form, BindingResult errors) {
        Spike spike = find(staff, id);
        Optional<Outcome> outcome = form.chosen();
        if (outcome.isEmpty()) {
            errors.rejectValue("outcome", "NotBlank", "Choose what becomes of it");
        }
        int length = Typed.length(form.note());
        if (length > SpikeDesk.LONGEST_NOTE) {
            errors.rejectValue(
                    "note",
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d"
                            .formatted(SpikeDesk.LONGEST_NOTE, length));
        }
        if (errors.hasErrors() || outcome.isEmpty()) {
            return page(staff, spike, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (desk.close(staff, spike, outcome.get(), form.note())) {
            return PageView.redirect(LIST + "?closed");
        }
        Spike now = find(staff, id);
        errors.reject("closed", "Somebody was faster and said what became of it. What you wrote was not kept");
        return page(staff, now, Form.of(errors)).status(HttpStatus.CONFLICT);
    }

    private Spike find(StaffMember staff, UUID id) {
        return desk.find(staff, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PageView page(StaffMember staff, Spike spike, Form form) {
        return new PageView(
                "feedback/insight/rise",
                pages.staff(StaffSection.FEEDBACK, spike.themeName(), staff)
                        .crumb("Insight", InsightController.HOME)
                        .crumb("Sudden rises", LIST)
                        .caption(spike.areaName())
                        .form(form),
                new SpikePage(
                        spike,
                        form,
                        desk.mayClose(staff, spike),
                        reader(staff),
                        staff.may(Role.OFFICER, spike.area()) || staff.may(Role.EDITOR, spike.area()),
                        staff.may(Role.EDITOR, spike.area())));
    }

    private static boolean reader(StaffMember staff) {
        return staff.roles().contains(Role.OFFICER) || staff.roles().contains(Role.SERGEANT);
    }
}
