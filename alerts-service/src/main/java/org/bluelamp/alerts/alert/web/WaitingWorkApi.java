package org.bluelamp.alerts.alert.web;

import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.scheme.Scheme;
import org.bluelamp.alerts.scheme.Schemes;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.WaitingWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of alerts waits for a member of staff, for the portal's home page. */
@RestController
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR})
class WaitingWorkApi {

    private final AlertDesk desk;
    private final Schemes schemes;

    WaitingWorkApi(AlertDesk desk, Schemes schemes) {
        this.desk = desk;
        this.schemes = schemes;
    }

    @GetMapping("/staff/alerts/waiting")
    WaitingWork waiting(StaffMember who) {
        return WaitingWork.of(
                WaitingWork.pressing(
                        desk.awaiting(who), "alert needs your approval", "alerts need your approval", "/staff/alerts"),
                WaitingWork.some(
                        schemes.within(who.areas()).stream()
                                .filter(scheme -> scheme.state() == Scheme.State.ASKED)
                                .filter(scheme -> who.may(Role.OFFICER, scheme.area()))
                                .count(),
                        "watch scheme needs a decision",
                        "watch schemes need a decision",
                        "/staff/alerts/schemes"));
    }
}
