package org.bluelamp.feedback.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Answered;
import org.bluelamp.feedback.cases.CannedAnswer;
import org.bluelamp.feedback.cases.CannedAnswers;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.cases.Colleagues;
import org.bluelamp.feedback.cases.Holder;
import org.bluelamp.feedback.cases.Reopened;
import org.bluelamp.feedback.cases.StaleCaseException;
import org.bluelamp.feedback.cases.Waiting;
import org.bluelamp.feedback.submission.AskedDeed;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where officers and sergeants answer, note, take, hand over, merge, split and close. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(CaseFrames.LIST + "/{reference}/{deed}")
class CaseDeedsController {

    private final CaseDesk desk;
    private final CannedAnswers canned;
    private final Colleagues colleagues;
    private final CaseFrames frames;
    private final Areas areas;

    CaseDeedsController(CaseDesk desk, CannedAnswers canned, Colleagues colleagues, CaseFrames frames, Areas areas) {
        this.desk = desk;
        this.canned = canned;
        this.colleagues = colleagues;
        this.frames = frames;
        this.areas = areas;
    }

    @GetMapping
    ModelAndView ask(StaffMember staff, @PathVariable String reference, @PathVariable String deed) {
        Deed wanted = deed(deed);
        Case held = frames.find(staff, reference);
        if (!allowed(staff, wanted, held)) {
            return over(held);
        }
        @Nullable Holder holder = held.matter().holder();
        DeedForm blank = DeedForm.blank();
        return page(
                staff, held, wanted, Form.of(wanted == Deed.ASSIGN && holder != null ? blank.to(holder.id()) : blank));
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
        if (wanted == Deed.ANSWER && !form.fill().isEmpty()) {
            return page(staff, held, wanted, Form.of(form.saying(filledIn(held, form))));
        }
        check(staff, wanted, held, form, errors);
        if (errors.hasErrors()) {
            return page(staff, held, wanted, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean fresh;
        try {
            fresh = act(staff, held, wanted, version, form);
        } catch (StaleCaseException tooLate) {
            Case now = frames.find(staff, reference);
            if (!allowed(staff, wanted, now)) {
                return over(now);
            }
            CaseFrames.rejectStale(errors);
            return page(staff, now, wanted, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
        // Whoever handed a case over may not see it any more.
        String there = wanted == Deed.HAND_OVER ? CaseFrames.LIST : CaseFrames.path(held.reference());
        return PageView.redirect(there + "?done=" + wanted.word() + (fresh ? "" : "&before=yes"));
    }

    /** Whether it is done now; false for words that are kept already. */
    private boolean act(StaffMember staff, Case held, Deed deed, long version, DeedForm form) {
        switch (deed) {
            case ANSWER -> {
                return desk.answer(staff, held.reference(), version, form.text(), form.token());
            }
            case NOTE -> {
                return desk.note(staff, held.reference(), form.text(), form.token());
            }
            case ASSIGN ->
                desk.assign(
                        staff,
                        held.reference(),
                        version,
                        colleague(staff, held, form.to()).orElse(null));
            case HAND_OVER ->
                desk.handOver(staff, held.reference(), version, new AreaCode(form.to()), form.text(), form.token());
            case MERGE ->
                desk.merge(staff, held.reference(), version, form.into().orElseThrow(), form.text(), form.token());
            case SPLIT -> desk.split(staff, held.reference(), version, form.text(), form.token());
            case CLOSE ->
                desk.close(
                        staff,
                        held.reference(),
                        version,
                        Closing.of(form.reason()).orElseThrow());
        }
        return true;
    }

    private void check(StaffMember staff, Deed deed, Case held, DeedForm form, BindingResult errors) {
        String missing = deed.words().missing();
        switch (deed) {
            case ANSWER -> {
                form.checkText(errors, missing);
                CaseFrames.rejectBlanks(errors, "text", form.text());
            }
            case NOTE -> form.checkText(errors, missing);
            case SPLIT -> {
                form.checkText(errors, missing);
                if (desk.parts(held).size() >= CaseDesk.MOST_PARTS) {
                    errors.rejectValue(
                            "text",
                            "Most",
                            "This case has " + CaseDesk.MOST_PARTS
                                    + " parts, and more can hardly be followed. Answer what is left with the case itself");
                }
            }
            case ASSIGN -> {
                if (!form.to().isEmpty() && colleague(staff, held, form.to()).isEmpty()) {
                    errors.rejectValue("to", "Unknown", "Choose a colleague from the list");
                }
            }
            case HAND_OVER -> {
                if (neighbourhood(form.to()) == null) {
                    errors.rejectValue("to", "NotBlank", "Choose the neighbourhood whose team answers");
                } else if (form.to().equals(held.area().value())) {
                    errors.rejectValue("to", "Same", "The case is with that team. Choose another one");
                }
                form.checkText(errors, missing);
            }
            case MERGE -> {
                CaseDesk.NoMerge reason = desk.noMerge(staff, held, form.into().orElse(null));
                if (reason != null) {
                    errors.rejectValue(
                            form.intoField(),
                            "Unknown",
                            switch (reason) {
                                case UNKNOWN -> "Enter the reference of a case in your areas, like 7K3M-Q9TF";
                                case SAME -> "This is the reference of this case. Enter the reference of the other one";
                                case ELSEWHERE -> "That case is with another team. Hand one of them over first";
                                case OVER ->
                                    "That case has already been answered or closed. Answer this one by itself: you can"
                                            + " copy the answer from there";
                            });
                }
                form.checkText(errors, missing);
            }
            case CLOSE -> {
                if (reasons(held).noneMatch(reason -> reason.code().equals(form.reason()))) {
                    errors.rejectValue("reason", "NotBlank", "Choose why you close it");
                }
            }
        }
    }

    /** Whether it can be done in the case's present state; otherwise its page tells what happened. */
    private boolean allowed(StaffMember staff, Deed deed, Case held) {
        boolean mine = desk.mayAnswer(staff, held);
        return switch (deed) {
            case NOTE -> true;
            case ANSWER, CLOSE -> !(held instanceof Closed) && mine;
            case ASSIGN, HAND_OVER, MERGE, SPLIT -> held instanceof Waiting;
        };
    }

    private static ModelAndView over(Case held) {
        return PageView.redirect(CaseFrames.path(held.reference()));
    }

    private PageView page(StaffMember staff, Case held, Deed deed, Form form) {
        return new PageView(
                "feedback/contact/deed",
                frames.page(staff, deed.words().title(), held)
                        .crumb("Case " + held.reference(), CaseFrames.path(held.reference()))
                        .form(form),
                new DeedPage(
                        held,
                        deed,
                        form,
                        choices(staff, deed, held),
                        deed == Deed.ANSWER ? cannedChoices(held) : List.of(),
                        desk.entries(held)));
    }

    private List<Choice> choices(StaffMember staff, Deed deed, Case held) {
        return switch (deed) {
            case ANSWER, NOTE, SPLIT -> List.of();
            case MERGE ->
                desk.mergeable(held).stream()
                        .map(other -> new Choice(
                                        other.reference().value(),
                                        other.matter().beginning())
                                .hint(other.reference() + ", received "
                                        + LondonTime.minute(other.matter().receivedAt())))
                        .toList();
            case ASSIGN ->
                Stream.concat(
                                Stream.of(new Choice("", "Nobody in particular"), new Choice(staff.id(), "Me")),
                                colleagues.of(held.area()).stream()
                                        .filter(one -> !one.id().equals(staff.id()))
                                        .map(one -> new Choice(one.id(), one.name())))
                        .toList();
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

    private List<Choice> cannedChoices(Case held) {
        List<CannedAnswer> fitting = canned.fitting(held.area());
        return fitting.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(new Choice("", "Choose one")),
                                fitting.stream().map(one -> new Choice(one.id().toString(), one.title())))
                        .toList();
    }

    /** What was typed, with the canned answer after it: nothing typed is lost. */
    private String filledIn(Case held, DeedForm form) {
        return canned.fitting(held.area()).stream()
                .filter(one -> one.id().toString().equals(form.canned()))
                .findFirst()
                .map(one -> form.text().isEmpty() ? one.text() : form.text() + "\n\n" + one.text())
                .orElse(form.text());
    }

    private Optional<Holder> colleague(StaffMember staff, Case held, String id) {
        if (id.equals(staff.id())) {
            return Optional.of(new Holder(staff.id(), staff.name()));
        }
        return colleagues.of(held.area()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private static Stream<Closing> reasons(Case held) {
        boolean answered =
                held instanceof Answered || held instanceof Reopened reopened && reopened.answeredAt() != null;
        return Arrays.stream(Closing.values())
                .filter(Closing::chosen)
                .filter(reason -> answered || !reason.afterAnswer());
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
        return AskedDeed.of(Deed.class, word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
