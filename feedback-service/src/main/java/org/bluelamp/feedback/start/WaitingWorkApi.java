package org.bluelamp.feedback.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.insight.SpikeDesk;
import org.bluelamp.feedback.moderation.ModerationDesk;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.WaitingWork;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of residents' feedback waits for a member of staff in their areas, for the portal's home page. */
@RestController
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class WaitingWorkApi {

    private static final String CASES = "/staff/feedback/contacts";

    private final CaseDesk cases;
    private final ModerationDesk moderation;
    private final SpikeDesk spikes;
    private final PriorityDesk desk;
    private final Priorities priorities;
    private final Areas areas;
    private final Clock clock;

    WaitingWorkApi(
            CaseDesk cases,
            ModerationDesk moderation,
            SpikeDesk spikes,
            PriorityDesk desk,
            Priorities priorities,
            Areas areas,
            Clock clock) {
        this.cases = cases;
        this.moderation = moderation;
        this.spikes = spikes;
        this.desk = desk;
        this.priorities = priorities;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/staff/feedback/waiting")
    WaitingWork waiting(StaffMember staff) {
        WaitingWork.@Nullable Item reviews = reviews(staff);
        if (!staff.roles().contains(Role.OFFICER) && !staff.roles().contains(Role.SERGEANT)) {
            return WaitingWork.of(reviews);
        }
        CaseDesk.Figures figures = cases.figures(staff);
        return WaitingWork.of(
                WaitingWork.pressing(figures.danger(), "case speaks of danger", "cases speak of danger", CASES),
                WaitingWork.pressing(figures.overdue(), "case is overdue", "cases are overdue", CASES),
                WaitingWork.some(
                        figures.recourse(),
                        "person has asked for a supervisor",
                        "people have asked for a supervisor",
                        CASES),
                WaitingWork.some(figures.soon(), "case is due within a day", "cases are due within a day", CASES),
                WaitingWork.some(figures.waiting(), "case needs an answer", "cases need an answer", CASES),
                WaitingWork.some(
                        moderation.queue(staff, "waiting", 1).total(),
                        "concern needs a decision before it can be published",
                        "concerns need a decision before they can be published",
                        "/staff/feedback/moderation"),
                WaitingWork.some(
                        spikes.open(staff.areas()),
                        "theme is reported more often than usual",
                        "themes are reported more often than usual",
                        "/staff/feedback/insight"),
                reviews);
    }

    private WaitingWork.@Nullable Item reviews(StaffMember staff) {
        LocalDate today = LondonTime.date(clock.instant());
        List<AreaCode> led = areas.neighbourhoodsIn(staff.areas()).stream()
                .map(Area::code)
                .filter(area -> desk.mayLead(staff, area))
                .toList();
        long due = priorities.current(led).values().stream()
                .flatMap(List::stream)
                .filter(priority -> priority.reviewDueOn(today))
                .count();
        return WaitingWork.some(
                due, "priority is due for review", "priorities are due for review", "/staff/feedback/priorities");
    }
}
