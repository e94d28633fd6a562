package org.bluelamp.feedback.cases.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.ContactDraft;
import org.bluelamp.feedback.cases.ContactDraft.Faulty;
import org.bluelamp.feedback.cases.ContactDraft.InOrder;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.cases.Recording;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where staff record, on a phone in the street, what somebody told them. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(RecordController.PATH)
class RecordController {

    static final String PATH = "/staff/feedback/record";

    /** What is older is no longer news to anybody. */
    private static final int OLDEST_DAYS = 28;

    private final Recording recording;
    private final Areas areas;
    private final Pages pages;
    private final URI publicUrl;
    private final Clock clock;

    RecordController(
            Recording recording,
            Areas areas,
            Pages pages,
            @Value("${bluelamp.public-url}") URI publicUrl,
            Clock clock) {
        this.recording = recording;
        this.areas = areas;
        this.pages = pages;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(StaffMember staff) {
        List<Area> own = areas.neighbourhoodsIn(staff.areas());
        return page(
                staff,
                Form.of(RecordForm.blank(own.size() == 1 ? own.getFirst().code().value() : "")));
    }

    @PostMapping
    ModelAndView keep(StaffMember staff, @ModelAttribute("form") RecordForm form, BindingResult errors) {
        @Nullable Kind kind = form.came();
        if (kind == null) {
            errors.rejectValue("kind", "NotBlank", "Select how they told you");
        }
        @Nullable
        Area area = areas.neighbourhoodsIn(staff.areas()).stream()
                .filter(own -> own.code().value().equals(form.area()))
                .findFirst()
                .orElse(null);
        if (area == null) {
            errors.rejectValue("area", "NotBlank", "Select a neighbourhood");
        }
        form.checkAnswer(errors);
        Instant receivedAt = receivedAt(form, errors);
        if (kind == null || area == null) {
            return page(staff, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var checked = new ContactDraft(area.code(), kind, form.message(), form.mail(), form.telephone()).check();
        return switch (checked) {
            case InOrder(var message)
            when !errors.hasErrors() -> {
                ContactIntake.Receipt receipt =
                        recording.record(staff, message, form.token(), receivedAt, form.answer());
                yield new PageView(
                        "feedback/contact/recorded",
                        frame(staff, "Saved").crumb("Cases", CaseFrames.LIST),
                        new RecordedPage(
                                receipt.reference(),
                                publicUrl.resolve(receipt.link().path())));
            }
            case InOrder _ -> page(staff, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Faulty(var faults) -> {
                faults.forEach(fault -> errors.rejectValue(fault.field(), "Rule", fault.message()));
                yield page(staff, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** Now, or at midday of the day that was typed. */
    private Instant receivedAt(RecordForm form, BindingResult errors) {
        Instant now = clock.instant();
        if (form.received().isEmpty()) {
            return now;
        }
        LocalDate today = LondonTime.date(now);
        @Nullable LocalDate day = form.received().read(errors, "received", "The day");
        if (day == null) {
            return now;
        }
        if (day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_DAYS))) {
            errors.rejectValue("received", "Range", "The day must be one of the last 28 days, or empty for today");
            return now;
        }
        Instant midday = day.atTime(LocalTime.NOON).atZone(LondonTime.ZONE).toInstant();
        return day.equals(today) || midday.isAfter(now) ? now : midday;
    }

    private PageView page(StaffMember staff, Form form) {
        List<Choice> own = areas.neighbourhoodsIn(staff.areas()).stream()
                .map(area -> new Choice(area.code().value(), area.name()))
                .toList();
        return new PageView(
                "feedback/contact/record",
                frame(staff, "Record a conversation")
                        .crumb("Cases", CaseFrames.LIST)
                        .form(form),
                new RecordPage(
                        own.size() == 1
                                ? own
                                : Stream.concat(Stream.of(new Choice("", "Choose a neighbourhood")), own.stream())
                                        .toList(),
                        form));
    }

    private StaffPage frame(StaffMember staff, String title) {
        return pages.staff(StaffSection.FEEDBACK, title, staff);
    }
}
