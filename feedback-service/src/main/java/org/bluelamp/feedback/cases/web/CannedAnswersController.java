package org.bluelamp.feedback.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CannedAnswer;
import org.bluelamp.feedback.cases.CannedAnswers;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
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

/** Where staff read canned answers, and sergeants and administrators write them. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(CannedAnswersController.PATH)
class CannedAnswersController {

    static final String PATH = "/staff/feedback/canned-answers";

    private final CannedAnswers answers;
    private final Areas areas;
    private final Pages pages;

    CannedAnswersController(CannedAnswers answers, Areas areas, Pages pages) {
        this.answers = answers;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(StaffMember staff, @RequestParam(required = false) @Nullable String done) {
        return new PageView(
                "feedback/staff/canned-answers",
                pages.staff(StaffSection.FEEDBACK, "Canned answers", staff)
                        .notice(done == null ? null : NotificationBanner.success("Saved")),
                new CannedAnswersPage(answers.of(staff.areas()), staff, areas));
    }

    @GetMapping("/new")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView fresh(StaffMember staff) {
        return page(staff, UUID.randomUUID(), 0, Form.of(new CannedAnswerForm(null, null, null)));
    }

    @GetMapping("/{id}")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView edit(StaffMember staff, @PathVariable UUID id) {
        CannedAnswer held = find(staff, id);
        return page(staff, id, held.version(), Form.of(CannedAnswerForm.of(held)));
    }

    @PostMapping("/{id}")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView save(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") CannedAnswerForm form,
            BindingResult errors) {
        form.check(errors);
        @Nullable
        AreaCode area =
                version == 0 ? area(staff, form.area()) : find(staff, id).area();
        if (area == null) {
            errors.rejectValue("area", "NotBlank", "Choose who answers with it");
        }
        if (errors.hasErrors() || area == null) {
            return page(staff, id, version, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (answers.save(staff, new CannedAnswer(id, area, form.title(), form.text(), version))) {
            return PageView.redirect(PATH + "?done=saved");
        }
        if (version == 0) {
            errors.reject(
                    "full",
                    "There are already %d canned answers for that area. Take one out of use first"
                            .formatted(CannedAnswers.MOST));
            return page(staff, id, 0, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
        errors.reject(
                "stale",
                "A colleague changed this after you opened it. We have kept what you wrote, so send it again if it is"
                        + " still right");
        return page(staff, id, find(staff, id).version(), Form.of(errors)).status(HttpStatus.CONFLICT);
    }

    @PostMapping("/{id}/retire")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView retire(StaffMember staff, @PathVariable UUID id) {
        answers.retire(staff, find(staff, id));
        return PageView.redirect(PATH + "?done=retired");
    }

    private CannedAnswer find(StaffMember staff, UUID id) {
        CannedAnswer held = answers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        TeamRights.requireLead(staff, held.area());
        return held;
    }

    private PageView page(StaffMember staff, UUID id, long version, Form form) {
        return new PageView(
                "feedback/staff/canned-answer",
                pages.staff(StaffSection.FEEDBACK, version == 0 ? "Write a canned answer" : "Canned answer", staff)
                        .crumb("Canned answers", PATH)
                        .form(form),
                new CannedAnswerPage(id, version, form, choices(staff)));
    }

    /** The person's own areas and the neighbourhoods in them. */
    private List<Choice> choices(StaffMember staff) {
        List<Choice> choices = new ArrayList<>();
        staff.areas().stream()
                .sorted()
                .forEach(code -> choices.add(new Choice(
                        code.value(), areas.area(code).map(Area::name).orElse(code.value()))));
        areas.neighbourhoodsIn(staff.areas()).stream()
                .filter(area -> !staff.areas().contains(area.code()))
                .forEach(area -> choices.add(new Choice(area.code().value(), area.name())));
        return choices;
    }

    private @Nullable AreaCode area(StaffMember staff, String code) {
        try {
            return Optional.of(new AreaCode(code))
                    .filter(area -> CannedAnswers.mayWrite(staff, area))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
