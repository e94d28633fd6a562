package org.bluelamp.feedback.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.notice.Move;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where officers and sergeants close a flood that speaks of danger. No machine sets such cases aside, so a person has read
 * one of them and closes others that are like it: in the same words, or from what seems a program as well. What somebody has
 * taken, answered or written about is never among them.
 */
@Service
public class FloodDesk {

    /** How many are shown and closed at once, at most: what one can look through. */
    public static final int MOST = 100;

    private final Cases cases;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    FloodDesk(Cases cases, Notices notices, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many are like a case that the person has been shown; 0 unless it speaks of danger and waits for an answer. */
    public int size(Case like) {
        return waits(like) ? cases.countAlike(like) : 0;
    }

    /** Those that are like a case that the person has been shown, the first one first, at most {@value #MOST}. */
    public List<Alike> alike(Case like) {
        return waits(like) ? cases.alike(like, MOST) : List.of();
    }

    /**
     * Closes those of the cases named that are still like this one and that nobody has dealt with meanwhile, at most
     * {@value #MOST}; each has it in its history and in the audit trail.
     *
     * @return how many were closed
     * @throws AccessDeniedException when the neighbourhood is not the person's
     */
    @Transactional
    public int close(StaffMember staff, Case like, Set<Reference> named, Closing reason, String formToken) {
        TeamRights.requireWork(staff, like.area());
        if (!waits(like)) {
            return 0;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Received> closed = cases.lockAlike(like, named, MOST).stream()
                .map(one -> (Received) one.held())
                .toList();
        for (Received one : closed) {
            Entry why = new Entry(
                    Entry.Kind.NOTE,
                    "Closed with others like the case " + like.reference(),
                    null,
                    null,
                    staff.name(),
                    at);
            cases.write(one, why, staff, SubmissionKey.ofNote(formToken, one.reference(), "alike"));
            cases.replace(one, one.close(reason, at), at);
            audit.record(staff, "case.closed", one.reference().value(), reason.code());
        }
        if (!reason.unwanted() && !closed.isEmpty()) {
            List<UUID> ids = closed.stream().map(one -> one.matter().id()).toList();
            notices.ofCases(ids, Move.CLOSED, at);
        }
        return closed.size();
    }

    private static boolean waits(Case like) {
        return like instanceof Waiting && like.matter().urgent();
    }
}
