package org.bluelamp.feedback.priority.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/** What the staff pages of priorities have in common. */
@Component
class PriorityFrames {

    static final String LIST = "/staff/feedback/priorities";

    private final PriorityDesk desk;
    private final Priorities priorities;
    private final Areas areas;
    private final Pages pages;

    PriorityFrames(PriorityDesk desk, Priorities priorities, Areas areas, Pages pages) {
        this.desk = desk;
        this.priorities = priorities;
        this.areas = areas;
        this.pages = pages;
    }

    /** The priority, for somebody who may see it. */
    Priority find(StaffMember staff, PriorityId id) {
        return desk.priority(staff, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The priority, if it is worked on, for somebody who may change it; null when it has ended. */
    @Nullable
    Current current(StaffMember staff, PriorityId id) {
        Priority priority = find(staff, id);
        requireLead(staff, priority.area());
        return priority instanceof Current current ? current : null;
    }

    void requireLead(StaffMember staff, AreaCode area) {
        TeamRights.requireLead(staff, area);
    }

    /** A neighbourhood; one that has not been heard of yet goes by its code. */
    Area area(AreaCode code) {
        return areas.area(code).orElseGet(() -> new Area(code, AreaKind.NEIGHBOURHOOD, code.value()));
    }

    Priorities.LastChange last(PriorityId id) {
        return priorities.lastChange(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    StaffPage page(StaffMember staff, String title, Area area) {
        return pages.staff(StaffSection.FEEDBACK, title, staff)
                .crumb("Priorities", LIST)
                .caption(area.name());
    }

    StaffPage page(StaffMember staff, String title, Priority priority) {
        return page(staff, title, area(priority.area())).crumb(priority.aim().issue(), path(priority.id()));
    }

    static String path(PriorityId id) {
        return LIST + "/" + id;
    }

    /** Says who was faster. */
    void rejectStale(Errors errors, PriorityId id) {
        Priorities.LastChange last = last(id);
        errors.reject(
                "stale",
                last.name() + " changed this priority on " + LondonTime.minute(last.at())
                        + ", after you opened it. Look at it again, then send this if it is still right");
    }
}
