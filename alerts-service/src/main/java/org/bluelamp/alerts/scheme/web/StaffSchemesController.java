package org.bluelamp.alerts.scheme.web;

import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.scheme.Scheme;
import org.bluelamp.alerts.scheme.Schemes;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Staff see the watch schemes of their areas and what is written in them; officers open, refuse and close them. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR})
@RequestMapping("/staff/alerts/schemes")
class StaffSchemesController {

    private static final String PAGE = "/staff/alerts/schemes";

    private final Schemes schemes;
    private final Areas areas;
    private final Pages pages;

    StaffSchemesController(Schemes schemes, Areas areas, Pages pages) {
        this.schemes = schemes;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(StaffMember staff) {
        var all = schemes.within(staff.areas());
        return new PageView(
                "alerts/staff-schemes",
                pages.staff(StaffSection.ALERTS, "Watch schemes", staff).crumb("Alerts", "/staff/alerts"),
                new StaffSchemesPage(lines(all, Scheme.State.ASKED, staff), lines(all, Scheme.State.OPEN, staff)));
    }

    @PostMapping("/{scheme}/open")
    ModelAndView open(StaffMember staff, @PathVariable UUID scheme) {
        schemes.decide(staff, scheme, Scheme.State.OPEN);
        return PageView.redirect(PAGE);
    }

    @PostMapping("/{scheme}/refuse")
    ModelAndView refuse(StaffMember staff, @PathVariable UUID scheme) {
        schemes.decide(staff, scheme, Scheme.State.REFUSED);
        return PageView.redirect(PAGE);
    }

    @PostMapping("/{scheme}/close")
    ModelAndView close(StaffMember staff, @PathVariable UUID scheme) {
        schemes.decide(staff, scheme, Scheme.State.CLOSED);
        return PageView.redirect(PAGE);
    }

    private List<StaffSchemesPage.Line> lines(List<Scheme> all, Scheme.State state, StaffMember staff) {
        return all.stream()
                .filter(scheme -> scheme.state() == state)
                .map(scheme -> line(scheme, staff))
                .toList();
    }

    private StaffSchemesPage.Line line(Scheme scheme, StaffMember staff) {
        var area = areas.find(scheme.area()).map(Area::fullName).orElse("its area");
        return new StaffSchemesPage.Line(
                scheme.id(),
                scheme.name(),
                scheme.kind().label() + ", " + area + ", asked for on " + LondonTime.day(scheme.askedAt()),
                area,
                staff.may(Role.OFFICER, scheme.area()),
                schemes.messages(scheme.id()).stream()
                        .map(message -> new StaffSchemesPage.Message(
                                message.heading(), LondonTime.minute(message.sentAt()), message.body()))
                        .toList());
    }
}
