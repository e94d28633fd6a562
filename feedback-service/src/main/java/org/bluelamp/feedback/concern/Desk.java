package org.bluelamp.feedback.concern;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where staff read concerns: those of their own areas, and no others. */
@Service
public class Desk {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 1000;

    private final Concerns concerns;
    private final AuditTrail audit;
    private final Clock clock;

    Desk(Concerns concerns, AuditTrail audit, Clock clock) {
        this.concerns = concerns;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the concerns of the person's areas, newest first. */
    public Concerns.Found list(
            StaffMember staff,
            @Nullable AreaCode area,
            @Nullable String theme,
            @Nullable State state,
            boolean setAside,
            int page) {
        return concerns.find(new Concerns.Search(staff.areas(), area, theme, state, setAside), page);
    }

    /**
     * The newest concerns of a neighbourhood, and those of it that are named; the newest first.
     *
     * @throws AccessDeniedException when it is an area that is not the person's
     */
    public List<Concern> newest(StaffMember staff, AreaCode area, int limit, Set<Reference> named) {
        requireReader(staff, area);
        return concerns.newest(area, limit, named);
    }

    /**
     * One concern; empty when there is none.
     *
     * @throws AccessDeniedException when it is of an area that is not the person's
     */
    public Optional<Concern> concern(StaffMember staff, Reference reference) {
        Optional<Concern> concern = concerns.concern(reference);
        concern.ifPresent(found -> requireReader(staff, found.area()));
        return concern;
    }

    /** What staff wrote about a concern that {@link #concern} has shown the person. */
    public List<Concern.Note> notes(Concern concern) {
        return concerns.notes(concern.reference());
    }

    /**
     * Writes a note and takes the concern for noted, once per form. Two officers at once both have their note kept.
     * The audit trail says who did it, not what was written: that stays in one place, where it can be redacted.
     *
     * @throws AccessDeniedException when the concern is of an area that is not the person's
     */
    @Transactional
    public void note(StaffMember staff, Concern concern, String text, String formToken) {
        requireReader(staff, concern.area());
        SubmissionKey key = SubmissionKey.ofNote(formToken, concern.reference(), text);
        if (concerns.note(concern.reference(), staff, text, key, clock.instant())) {
            audit.record(staff, "concern.noted", concern.reference().value(), "");
        }
    }

    private static void requireReader(StaffMember staff, AreaCode area) {
        if (!staff.may(Role.SERGEANT, area)) {
            staff.require(Role.OFFICER, area);
        }
    }
}
