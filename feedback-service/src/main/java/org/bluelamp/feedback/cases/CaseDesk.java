package org.bluelamp.feedback.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/**
 * Where officers and sergeants answer messages: those of their own areas, and no others. A deed and its record in the
 * audit trail are kept together or not at all; the trail says that something was done and by whom, never what was
 * written.
 *
 * <p>Deeds that change a case throw {@link StaleCaseException} when the version given is not the present one or its state
 * does not allow it; every deed throws {@link AccessDeniedException} when the person may not.
 */
@Service
public class CaseDesk {

    /** How many cases a page of the list holds. */
    public static final int PAGE = 20;

    /** Over how long it is counted how well the promise is kept. */
    public static final Duration COUNTED = Duration.ofDays(28);

    private final Cases cases;
    private final AuditTrail audit;
    private final Clock clock;

    /** A desk whose deeds happen at the clock's time. */
    CaseDesk(Cases cases, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What staff look for.
     *
     * @param areas where the person may look; everything else is out of sight
     * @param area only this neighbourhood; null for all of them
     * @param state only cases in this state; null for all
     * @param setAside those set aside instead of those that are not
     */
    record Search(
            Set<AreaCode> areas,
            @Nullable AreaCode area,
            @Nullable CaseState state,
            boolean setAside) {}

    /**
     * Part of what was found, what is due first at the top.
     *
     * @param cases at most {@value #PAGE}
     * @param number the page's number, from 1
     * @param total how many were found in all
     */
    public record Found(List<Case> cases, int number, int total) {

        /** How many pages there are, at least one. */
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /**
     * How the promise is kept.
     *
     * @param waiting messages without an answer
     * @param overdue how many of them are late
     * @param owed messages of the last 28 days that were answered or are late
     * @param kept how many of those were answered in time
     */
    public record Figures(long waiting, long overdue, long owed, long kept) {}

    /** A page of the cases of the person's areas. */
    public Found list(
            StaffMember staff, @Nullable AreaCode area, @Nullable CaseState state, boolean setAside, int page) {
        return cases.find(new Search(staff.areas(), area, state, setAside), page);
    }

    /** How the promise is kept in the person's areas. */
    public Figures figures(StaffMember staff) {
        return cases.figures(staff.areas(), clock.instant(), COUNTED);
    }

    /** One case; empty when there is none. */
    public Optional<Case> find(StaffMember staff, Reference reference) {
        Optional<Case> found = cases.find(reference);
        found.ifPresent(held -> requireReader(staff, held.area()));
        return found;
    }

    /** What staff wrote about a case that {@link #find} has shown the person, oldest first. */
    public List<Entry> entries(Case held) {
        return cases.entries(held);
    }

    /** How the sender can be reached. That the person looked is recorded, each time. */
    @Transactional
    public ContactDetails details(StaffMember staff, Case held) {
        requireReader(staff, held.area());
        audit.record(staff, "case.contact-read", held.reference().value(), "");
        return cases.details(held);
    }

    /** Answers, once per form; the sender reads it behind their link. */
    @Transactional
    public void answer(StaffMember staff, Reference reference, long version, String text, String formToken) {
        Case before = held(staff, reference);
        if (write(staff, before, Entry.Kind.ANSWER, text, null, formToken)) {
            cases.replace(
                    switch (current(before, version)) {
                        case Received received -> received.answer(now());
                        case Answered answered -> answered.answer();
                        case Closed closed -> throw new StaleCaseException(closed.reference());
                    });
            audit.record(staff, "case.answered", reference.value(), "");
        }
    }

    /** Writes a note for colleagues, once per form; a case that was set aside is one of a person's from then on. */
    @Transactional
    public void note(StaffMember staff, Reference reference, String text, String formToken) {
        Case before = held(staff, reference);
        if (write(staff, before, Entry.Kind.NOTE, text, null, formToken)) {
            cases.takeForReal(before);
            audit.record(staff, "case.noted", reference.value(), "");
        }
    }

    /** Gives a case that has no answer yet to another neighbourhood's team, once per form. */
    @Transactional
    public void handOver(
            StaffMember staff, Reference reference, long version, AreaCode to, String reason, String formToken) {
        Case before = held(staff, reference);
        if (write(staff, before, Entry.Kind.HAND_OVER, reason, to, formToken)) {
            if (!(current(before, version) instanceof Received received)) {
                throw new StaleCaseException(reference);
            }
            cases.replace(received.handOver(to));
            audit.record(staff, "case.handed-over", reference.value(), before.area() + " to " + to);
        }
    }

    /** Ends a case. */
    @Transactional
    public void close(StaffMember staff, Reference reference, long version, Closing reason) {
        Case before = held(staff, reference);
        cases.replace(
                switch (current(before, version)) {
                    case Received received -> received.close(reason, now());
                    case Answered answered -> answered.close(reason, now());
                    case Closed closed -> throw new StaleCaseException(closed.reference());
                });
        audit.record(staff, "case.closed", reference.value(), reason.code());
    }

    private Case held(StaffMember staff, Reference reference) {
        return find(staff, reference).orElseThrow(() -> new StaleCaseException(reference));
    }

    private static Case current(Case held, long version) {
        if (held.version() != version) {
            throw new StaleCaseException(held.reference());
        }
        return held;
    }

    private boolean write(
            StaffMember staff, Case about, Entry.Kind kind, String text, @Nullable AreaCode to, String formToken) {
        return cases.write(
                about,
                new Entry(kind, text, to, staff.name(), now()),
                staff,
                SubmissionKey.ofNote(formToken, about.reference(), kind + text));
    }

    private static void requireReader(StaffMember staff, AreaCode area) {
        if (!staff.may(Role.SERGEANT, area)) {
            staff.require(Role.OFFICER, area);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
