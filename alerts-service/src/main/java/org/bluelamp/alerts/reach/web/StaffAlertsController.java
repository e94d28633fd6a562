package org.bluelamp.alerts.reach.web;

import java.util.Arrays;
import java.util.Map;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.delivery.DeliveryStatus;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.alerts.reach.Reach;
import org.bluelamp.alerts.reach.Told;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What staff see of alerts in their areas: how many follow, and how the mails about articles went. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR})
class StaffAlertsController {

    private static final int LATEST = 20;

    private final Reach reach;
    private final Areas areas;
    private final Pages pages;

    StaffAlertsController(Reach reach, Areas areas, Pages pages) {
        this.reach = reach;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/staff/alerts/reach")
    ModelAndView overview(StaffMember staff) {
        var followers = reach.followersByArea();
        var own = OwnAreas.of(staff, areas.all());
        return new PageView(
                "alerts/staff",
                pages.staff(StaffSection.ALERTS, "Followers and emails", staff).crumb("Alerts", "/staff/alerts"),
                new StaffAlertsPage(
                        own.stream()
                                .map(area -> new StaffAlertsPage.Line(
                                        area.name(),
                                        area.kind() == AreaKind.NEIGHBOURHOOD,
                                        followers
                                                .getOrDefault(area.code(), new HeadCount(0))
                                                .shown()))
                                .toList(),
                        reach.latestArticles(staff.areas(), LATEST).stream()
                                .map(StaffAlertsController::sent)
                                .toList()));
    }

    private static StaffAlertsPage.Sent sent(Told told) {
        return new StaffAlertsPage.Sent(
                told.title(),
                "/news/" + told.slug(),
                LondonTime.minute(told.toldAt()),
                Arrays.stream(DeliveryStatus.values())
                        .filter(told.deliveries()::containsKey)
                        .map(status -> new StaffAlertsPage.Count(status.label(), shown(told.deliveries(), status)))
                        .toList());
    }

    private static String shown(Map<DeliveryStatus, HeadCount> deliveries, DeliveryStatus status) {
        return deliveries.getOrDefault(status, new HeadCount(0)).shown();
    }
}
