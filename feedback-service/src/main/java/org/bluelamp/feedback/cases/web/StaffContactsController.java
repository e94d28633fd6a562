package org.bluelamp.feedback.cases.web;

import java.time.Clock;
import java.util.List;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.Colleagues;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.FloodDesk;
import org.bluelamp.feedback.submission.AskedDeed;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where officers and sergeants work through what the teams of their areas owe an answer, what is due first at the top. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(CaseFrames.LIST)
class StaffContactsController {

    private final CaseDesk desk;
    private final FloodDesk flood;
    private final Colleagues colleagues;
    private final CaseFrames frames;
    private final Areas areas;
    private final Pages pages;
    private final Clock clock;

    StaffContactsController(
            CaseDesk desk,
            FloodDesk flood,
            Colleagues colleagues,
            CaseFrames frames,
            Areas areas,
            Pages pages,
            Clock clock) {
        this.desk = desk;
        this.flood = flood;
        this.colleagues = colleagues;
        this.frames = frames;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            StaffMember staff,
            @ModelAttribute("filter") ContactFilter filter,
            BindingResult result,
            @RequestParam(required = false) @Nullable String done) {
        if (filter.looksUp()) {
            @Nullable Reference wanted = filter.wanted().orElse(null);
            if (wanted != null && desk.find(staff, wanted).isPresent()) {
                return PageView.redirect(CaseFrames.path(wanted));
            }
            result.rejectValue(
                    "reference",
                    "Unknown",
                    wanted == null
                            ? "Enter a reference in the form 7K3M-Q9TF"
                            : "We cannot find a case with this reference. Check it with the sender");
        }
        colleagues.seen(staff);
        Form form = Form.of(result);
        CaseDesk.Found found = desk.list(
                staff, filter.areaCode(), filter.states(), filter.setAside(), filter.people(), filter.pageNumber());
        return new PageView(
                "feedback/contact/staff-list",
                pages.staff(StaffSection.FEEDBACK, "Cases", staff).form(form).notice(notice(done)),
                new ContactListPage(
                        filter,
                        form,
                        areas.neighbourhoodsIn(staff.areas()),
                        desk.figures(staff),
                        found,
                        desk.told(found.cases()),
                        desk.inHand(found.cases()),
                        colleagues.absence(staff.id()).orElse(null),
                        colleagues.coveredBy(staff.id()),
                        clock.instant()));
    }

    @GetMapping("/{reference}")
    ModelAndView one(
            StaffMember staff,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String before) {
        return page(
                staff, frames.find(staff, reference), null, before == null ? notice(done) : CaseFrames.keptBefore());
    }

    /** Shows how the sender can be reached. A POST, so that nothing that fetches pages ahead is taken for a reader. */
    @PostMapping("/{reference}/contact-details")
    ModelAndView details(StaffMember staff, @PathVariable String reference) {
        Case held = frames.find(staff, reference);
        return page(staff, held, desk.details(staff, held), null);
    }

    /** After a reload that asks for the address alone. */
    @GetMapping("/{reference}/contact-details")
    ModelAndView withoutDetails(StaffMember staff, @PathVariable String reference) {
        return PageView.redirect(CaseFrames.path(frames.find(staff, reference).reference()));
    }

    private PageView page(
            StaffMember staff, Case held, @Nullable ContactDetails details, @Nullable NotificationBanner notice) {
        return new PageView(
                "feedback/contact/staff-case",
                frames.page(staff, "Case " + held.reference(), held).notice(notice),
                new StaffCasePage(
                        held,
                        desk.entries(held),
                        desk.promises(held),
                        desk.told(List.of(held)).get(held.reference()),
                        desk.inHand(List.of(held)).get(held.reference()),
                        desk.mergedInto(held),
                        desk.parts(held),
                        flood.size(held),
                        details,
                        desk.mayAnswer(staff, held),
                        staff.id(),
                        areas,
                        clock.instant()));
    }

    private static @Nullable NotificationBanner notice(@Nullable String done) {
        return done == null
                ? null
                : AskedDeed.of(Deed.class, done)
                        .map(deed -> NotificationBanner.success(deed.words().done()))
                        .orElse(null);
    }
}
