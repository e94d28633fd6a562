package org.bluelamp.service.projection;

import org.bluelamp.messaging.snapshot.Snapshots;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows whose state the service keeps copies of, and asks an owner to tell it again. */
@Controller
@StaffEndpoint(Role.OPERATOR)
@RequestMapping("/staff/${spring.application.name}/projections")
class ProjectionDesk {

    private final Snapshots snapshots;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Pages pages;
    private final String service;

    ProjectionDesk(
            Snapshots snapshots, AuditTrail audit, TransactionOperations transactions, Pages pages, String service) {
        this.snapshots = snapshots;
        this.audit = audit;
        this.transactions = transactions;
        this.pages = pages;
        this.service = service;
    }

    @GetMapping
    PageView list(StaffMember staff, @RequestParam(required = false) @Nullable String asked) {
        StaffPage frame = pages.staff(StaffSection.OPERATIONS, "Copies that " + service + " keeps", staff)
                .crumb("Operations", "/staff/operations");
        if (asked != null && snapshots.owners().contains(asked)) {
            frame = frame.notice(
                    NotificationBanner.success(
                            "The " + asked
                                    + " service was asked. What it tells arrives within a minute while both services and the broker run."));
        }
        return new PageView("service/projections", frame, new ProjectionsPage(path(), snapshots.owners()));
    }

    @PostMapping("/{owner}")
    ModelAndView ask(StaffMember staff, @PathVariable String owner) {
        if (!snapshots.owners().contains(owner)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        transactions.executeWithoutResult(transaction -> {
            audit.record(staff, "snapshot.requested", owner, "");
            snapshots.ask(owner);
        });
        return PageView.redirect(path() + "?asked=" + owner);
    }

    private String path() {
        return "/staff/" + service + "/projections";
    }
}
