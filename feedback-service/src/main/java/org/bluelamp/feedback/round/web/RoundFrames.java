package org.bluelamp.feedback.round.web;

import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.round.RoundsMeetException;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/** What all staff pages about rounds share: finding the round, its frame, and what is said when somebody was faster. */
@Component
public class RoundFrames {

    /** The path of all rounds for staff. */
    public static final String LIST = "/staff/feedback/rounds";

    private final RoundDesk desk;
    private final Rounds rounds;
    private final Areas areas;
    private final Pages pages;

    RoundFrames(RoundDesk desk, Rounds rounds, Areas areas, Pages pages) {
        this.desk = desk;
        this.rounds = rounds;
        this.areas = areas;
        this.pages = pages;
    }

    /** The round, which the person may see. */
    public Round find(StaffMember staff, UUID id) {
        return desk.round(staff, new RoundId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The round, if it is of that state and the person may change it; else what follows is told. */
    public <R extends Round> R lead(StaffMember staff, UUID id, Class<R> state) {
        Round round = find(staff, id);
        requireLead(staff, round.area());
        if (!state.isInstance(round)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return state.cast(round);
    }

    /** @throws AccessDeniedException when the person does not lead the team of the area */
    public void requireLead(StaffMember staff, AreaCode area) {
        TeamRights.requireLead(staff, area);
    }

    /** A neighbourhood; one that has not been heard of yet goes by its code. */
    public Area area(AreaCode code) {
        return areas.area(code).orElseGet(() -> new Area(code, AreaKind.NEIGHBOURHOOD, code.value()));
    }

    /** The frame of a page about rounds of an area. */
    public StaffPage page(StaffMember staff, String title, AreaCode area) {
        return pages.staff(StaffSection.FEEDBACK, title, staff)
                .crumb("Rounds", LIST)
                .caption(area(area).name());
    }

    /** The frame of a page about one round. */
    public StaffPage page(StaffMember staff, String title, Round round) {
        return page(staff, title, round.area()).crumb(round.plan().title(), path(round.id()));
    }

    /** The path of a round for staff. */
    public static String path(RoundId id) {
        return LIST + "/" + id;
    }

    /** Says who was faster. */
    void rejectStale(Errors errors, RoundId id) {
        errors.reject(
                "stale",
                rounds.lastChange(id)
                        .map(last -> last.name() + " changed this round on " + LondonTime.minute(last.at())
                                + ", after you opened it. Look at it again, then send this if it is still right")
                        .orElse("This round is not what it was when you opened it. Look at it again"));
    }

    /** Says which round is in the way. */
    static void rejectMeeting(Errors errors, String field, RoundsMeetException e) {
        errors.rejectValue(
                field,
                "meets",
                "The neighbourhood has another round from %s to %s. Choose other days"
                        .formatted(
                                LondonTime.day(e.other().first()),
                                LondonTime.day(e.other().last())));
    }
}
