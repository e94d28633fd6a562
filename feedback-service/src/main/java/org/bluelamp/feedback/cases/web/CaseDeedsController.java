package org.bluelamp.feedback.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Answered;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.cases.Received;
import org.bluelamp.feedback.cases.StaleCaseException;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
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

/** Where officers and sergeants answer, note, hand over and close. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(CaseFrames.LIST + "/{reference}/{deed}")
class CaseDeedsController {

    private final CaseDesk desk;
    private final CaseFrames frames;
    private final Areas areas;

    CaseDeedsController(CaseDesk desk, CaseFrames frames, Areas areas) {
        this.desk = desk;
        this.frames = frames;
        this.areas = areas;
    }

    @GetMapping
    ModelAndView ask(StaffMember staff, @PathVariable String reference, @PathVariable String deed) {
        Deed wanted = deed(deed);
        Case held = frames.find(staff, reference);
        return allowed(wanted, held) ? page(staff, held, wanted, Form.of(DeedForm.blank())) : over(held);
    }

    @PostMapping
    ModelAndView take(
            StaffMember staff,
            @PathVariable String reference,
            @PathVariable String deed,
            @RequestParam long version,
            @ModelAttribute("form") DeedForm form,
            BindingResult errors) {
        Deed wanted = deed(deed);
        Case held = frames.find(staff, reference);
        check(wanted, held, form, errors);
        if (errors.hasErrors()) {
            return page(staff, held, wanted, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            act(staff, held, wanted, version, form);
        } catch (StaleCaseException tooLate) {
            Case now = frames.find(staff, reference);
            if (!allowed(wanted, now)) {
                return over(now);
            }
            CaseFrames.rejectStale(errors);
            return page(staff, now, wanted, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
        // Whoever handed a case over may not see it any more.
        String there = wanted == Deed.HAND_OVER ? CaseFrames.LIST : CaseFrames.path(held.reference());
        return PageView.redirect(there + "?done=" + wanted.word());
    }

    private void act(StaffMember staff, Case held, Deed deed, long version, DeedForm form) {
        switch (deed) {
            case ANSWER -> desk.answer(staff, held.reference(), version, form.text(), form.token());
            case NOTE -> desk.note(staff, held.reference(), form.text(), form.token());
            case HAND_OVER ->
                desk.handOver(staff, held.reference(), version, new AreaCode(form.to()), form.text(), form.token());
            case CLOSE ->
                desk.close(
                        staff,
                        held.reference(),
                        version,
                        Closing.of(form.reason()).orElseThrow());
        }
    }

    private void check(Deed deed, Case held, DeedForm form, BindingResult errors) {
        switch (deed) {
            case ANSWER, NOTE -> form.checkText(errors, deed.missing());
            case HAND_OVER -> {
                if (neighbourhood(form.to()) == null) {
                    errors.rejectValue("to", "NotBlank", "Choose the neighbourhood whose team answers");
                } else if (form.to().equals(held.area().value())) {
                    errors.rejectValue("to", "Same", "The message is with that team. Choose another one");
                }
                form.checkText(errors, deed.missing());
            }
            case CLOSE -> {
                if (reasons(held).noneMatch(reason -> reason.code().equals(form.reason()))) {
                    errors.rejectValue("reason", "NotBlank", "Choose why you close it");
                }
            }
        }
    }

    /** Whether it can be done in the case's present state; otherwise its page tells what happened. */
    private static boolean allowed(Deed deed, Case held) {
        return switch (held) {
            case Received _ -> true;
            case Answered _ -> deed != Deed.HAND_OVER;
            case Closed _ -> deed == Deed.NOTE;
        };
    }

    private static ModelAndView over(Case held) {
        return PageView.redirect(CaseFrames.path(held.reference()));
    }

    private PageView page(StaffMember staff, Case held, Deed deed, Form form) {
        return new PageView(
                "feedback/contact/deed",
                frames.page(staff, deed.title(), held)
                        .crumb("Message " + held.reference(), CaseFrames.path(held.reference()))
                        .form(form),
                new DeedPage(held, deed, form, choices(deed, held)));
    }

    private List<Choice> choices(Deed deed, Case held) {
        return switch (deed) {
            case ANSWER, NOTE -> List.of();
            case HAND_OVER ->
                Stream.concat(
                                Stream.of(new Choice("", "Choose a neighbourhood")),
                                areas.byDistrict(held.area().down().getFirst()).stream()
                                        .flatMap(district -> district.neighbourhoods().stream()
                                                .filter(area -> !area.code().equals(held.area()))
                                                .map(area -> new Choice(
                                                        area.code().value(), district.name() + ": " + area.name()))))
                        .toList();
            case CLOSE ->
                reasons(held)
                        .map(reason -> new Choice(reason.code(), reason.label()))
                        .toList();
        };
    }

    private static Stream<Closing> reasons(Case held) {
        return Arrays.stream(Closing.values()).filter(reason -> held instanceof Answered || !reason.afterAnswer());
    }

    private @Nullable Area neighbourhood(String code) {
        try {
            return areas.area(new AreaCode(code))
                    .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Deed deed(String word) {
        return Deed.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
