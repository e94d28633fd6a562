package org.bluelamp.feedback.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.bluelamp.feedback.cases.Colleagues;
import org.bluelamp.feedback.cases.Holder;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where staff say that they are away and who sees to their cases meanwhile. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(CoverController.PATH)
class CoverController {

    static final String PATH = "/staff/feedback/cover";

    /** Whoever is away for longer hands their cases over. */
    private static final int LONGEST_DAYS = 366;

    private final Colleagues colleagues;
    private final Pages pages;
    private final Clock clock;

    CoverController(Colleagues colleagues, Pages pages, Clock clock) {
        this.colleagues = colleagues;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(StaffMember staff, @RequestParam(required = false) @Nullable String done) {
        colleagues.seen(staff);
        CoverForm form = colleagues
                .absence(staff.id())
                .map(one -> new CoverForm(DateBoxes.of(one.until()), one.cover().id()))
                .orElseGet(() -> new CoverForm(null, null));
        return page(staff, Form.of(form), done == null ? null : NotificationBanner.success("Saved"));
    }

    @PostMapping
    ModelAndView away(StaffMember staff, @ModelAttribute("form") CoverForm form, BindingResult errors) {
        LocalDate today = LondonTime.date(clock.instant());
        @Nullable LocalDate until = form.until().read(errors, "until", "Your last day away");
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS)))) {
            errors.rejectValue("until", "Range", "Your last day away must be between today and a year from now");
        }
        @Nullable
        Holder cover = colleagues.besides(staff).stream()
                .filter(one -> one.id().equals(form.cover()))
                .findFirst()
                .orElse(null);
        if (cover == null) {
            errors.rejectValue("cover", "NotBlank", "Choose who covers for you");
        }
        if (errors.hasErrors() || until == null || cover == null) {
            return page(staff, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        colleagues.away(staff, until, cover);
        return PageView.redirect(PATH + "?done=away");
    }

    @PostMapping("/back")
    ModelAndView back(StaffMember staff) {
        colleagues.back(staff);
        return PageView.redirect(PATH + "?done=back");
    }

    private PageView page(StaffMember staff, Form form, @Nullable NotificationBanner notice) {
        List<Choice> others = colleagues.besides(staff).stream()
                .map(one -> new Choice(one.id(), one.name()))
                .toList();
        return new PageView(
                "feedback/staff/cover",
                pages.staff(StaffSection.FEEDBACK, "Cover for cases", staff)
                        .form(form)
                        .notice(notice),
                new CoverPage(
                        colleagues.absence(staff.id()).orElse(null), colleagues.coveredBy(staff.id()), others, form));
    }
}
