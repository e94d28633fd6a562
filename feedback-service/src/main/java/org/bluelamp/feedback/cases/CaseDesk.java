package org.bluelamp.feedback.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.notice.Move;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where officers and sergeants work on cases: those of their own areas, and no others. A deed and its record in the
 * audit trail are kept together or not at all; the trail says that something was done and by whom, never what was
 * written.
 *
 * <p>Deeds that change a case throw {@link StaleCaseException} when the version given is not the present one or its state
 * does not allow it; every deed throws {@link AccessDeniedException} when the person may not.
 */
@Service
public class CaseDesk {

    /** How many cases are offered to merge one with; any other is named by its reference. */
    private static final int OFFERED = 10;

    /** How many cases a page of the list holds. */
    public static final int PAGE = 20;

    /** How many parts of a case can become cases of their own. */
    public static final int MOST_PARTS = 20;

    /** Over how long it is counted how well the promise is kept. */
    public static final Duration COUNTED = Duration.ofDays(28);

    private final Cases cases;
    private final PromiseClock promises;
    private final DangerCalls calls;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A desk whose deeds happen at the clock's time. */
    CaseDesk(Cases cases, PromiseClock promises, DangerCalls calls, Notices notices, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.promises = promises;
        this.calls = calls;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same desk at another time, for what was done earlier; its deeds want a transaction of the caller's. */
    public CaseDesk at(Clock other) {
        return new CaseDesk(cases, promises, calls, notices, audit, other);
    }

    /** Whose cases are looked for. */
    public enum Whose {
        /** Everybody's. */
        TEAM,
        /** Those the person has taken, and those of colleagues whom the person covers for today. */
        MINE,
        /** Those that nobody has taken. */
        NOBODYS
    }

    /**
     * What staff look for.
     *
     * @param areas where the person may look; everything else is out of sight
     * @param area only this neighbourhood; null for all of them
     * @param states only cases in these states; null for all
     * @param setAside those set aside instead of those that are not
     * @param holder only what this person sees to; null for everybody's
     * @param nobodys only what nobody has taken
     * @param today the day that absences are looked at for
     */
    record Search(
            Set<AreaCode> areas,
            @Nullable AreaCode area,
            @Nullable Set<CaseState> states,
            boolean setAside,
            @Nullable String holder,
            boolean nobodys,
            LocalDate today) {}

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
     * @param danger cases that speak of danger and are with nobody
     * @param waiting cases whose senders wait for an answer
     * @param overdue how many of them are late
     * @param soon how many of them are due within a day
     * @param recourse how many of them a supervisor is asked to answer
     * @param setAside how many were set aside as a program's and looked at by nobody
     * @param owed promises of the last 28 days that were answered, and those that are late
     * @param kept how many of those were answered in time
     */
    public record Figures(
            long danger, long waiting, long overdue, long soon, long recourse, long setAside, long owed, long kept) {}

    /** A page of the cases of the person's areas. */
    public Found list(
            StaffMember staff,
            @Nullable AreaCode area,
            @Nullable Set<CaseState> states,
            boolean setAside,
            Whose whose,
            int page) {
        return cases.find(
                new Search(
                        staff.areas(),
                        area,
                        states,
                        setAside,
                        whose == Whose.MINE ? staff.id() : null,
                        whose == Whose.NOBODYS,
                        LondonTime.date(clock.instant())),
                page);
    }

    /** How the promise is kept in the person's areas. */
    public Figures figures(StaffMember staff) {
        return cases.figures(staff.areas(), clock.instant(), COUNTED);
    }

    /** One case; empty when there is none. */
    public Optional<Case> find(StaffMember staff, Reference reference) {
        Optional<Case> found = cases.find(reference);
        found.ifPresent(held -> TeamRights.requireWork(staff, held.area()));
        return found;
    }

    /** What was written about a case that {@link #find} has shown the person, oldest first. */
    public List<Entry> entries(Case held) {
        return cases.entries(held);
    }

    /**
     * A promise whose clock has stopped.
     *
     * @param dueAt until when an answer was promised
     * @param endedAt when its clock stopped
     * @param answeredAt when it was given; null when the promise ended without one
     */
    public record Promise(
            Instant dueAt, Instant endedAt, @Nullable Instant answeredAt) {}

    /** What became of the promises made about a case that {@link #find} has shown the person. */
    public List<Promise> promises(Case held) {
        return cases.promises(held);
    }

    /** What the clock has told of the promises about cases that {@link #list} or {@link #find} has shown the person. */
    public Map<Reference, PromiseClock.Told> told(List<Case> shown) {
        return promises.told(shown.stream().map(Case::reference).toList());
    }

    /**
     * Who has in hand, in words, those cases that speak of danger, of those that {@link #list} or {@link #find} has shown the
     * person; a case that nobody has in hand is not among them.
     */
    public Map<Reference, String> inHand(List<Case> shown) {
        return cases.inHand(shown.stream().map(Case::reference).toList());
    }

    /** The cases that are answered with one that {@link #find} has shown the person. */
    public List<Case> mergedInto(Case held) {
        return cases.mergedInto(held);
    }

    /** The parts of a case, which {@link #find} has shown the person, that became cases of their own. */
    public List<Case> parts(Case held) {
        return cases.parts(held);
    }

    /** How the sender can be reached. That the person looked is recorded, each time. */
    @Transactional
    public ContactDetails details(StaffMember staff, Case held) {
        TeamRights.requireWork(staff, held.area());
        audit.record(staff, "case.contact-read", held.reference().value(), "");
        return cases.details(held);
    }

    /** Whether the person may answer: where a supervisor is asked for, sergeants alone. */
    public boolean mayAnswer(StaffMember staff, Case held) {
        return held.matter().recourseAt() == null || staff.may(Role.SERGEANT, held.area());
    }

    /**
     * Answers, once per form and once for the same words within minutes; the sender reads it behind their link.
     *
     * @return whether it is kept now, and was not before
     * @throws IllegalArgumentException when a canned answer's blanks stand in it
     */
    @Transactional
    public boolean answer(StaffMember staff, Reference reference, long version, String text, String formToken) {
        if (!Blanks.in(text).isEmpty()) {
            throw new IllegalArgumentException("An answer has blanks that nobody has filled in");
        }
        cases.lock(reference);
        Case before = held(staff, reference);
        if (!mayAnswer(staff, before)) {
            staff.require(Role.SERGEANT, before.area());
        }
        boolean fresh = write(staff, before, Entry.Kind.ANSWER, text, null, null, formToken);
        if (fresh) {
            Instant at = now();
            cases.replace(
                    before,
                    switch (current(before, version)) {
                        case Waiting waiting -> waiting.answer(at);
                        case Answered answered -> answered.answer();
                        case Closed closed -> throw new StaleCaseException(closed.reference());
                    },
                    at);
            cases.read(before);
            notices.ofCases(List.of(before.matter().id()), Move.ANSWERED, at);
            audit.record(staff, "case.answered", reference.value(), "");
        }
        return fresh;
    }

    /**
     * Writes a note for colleagues, once per form and once for the same words within minutes; a case that was set aside is
     * one of a person's from then on.
     *
     * @return whether it is kept now, and was not before
     */
    @Transactional
    public boolean note(StaffMember staff, Reference reference, String text, String formToken) {
        cases.lock(reference);
        Case before = held(staff, reference);
        boolean fresh = write(staff, before, Entry.Kind.NOTE, text, null, null, formToken);
        if (fresh) {
            cases.takeForReal(before);
            audit.record(staff, "case.noted", reference.value(), "");
        }
        return fresh;
    }

    /**
     * Gives a case to a member of staff, or to nobody.
     *
     * @param holder who sees to it; null for nobody
     */
    @Transactional
    public void assign(StaffMember staff, Reference reference, long version, @Nullable Holder holder) {
        Case before = held(staff, reference);
        if (Objects.equals(before.matter().holder(), holder)) {
            return;
        }
        if (!(current(before, version) instanceof Waiting waiting)) {
            throw new StaleCaseException(reference);
        }
        Matter matter = holder == null ? waiting.matter() : waiting.matter().real();
        cases.replace(before, waiting.with(matter.heldBy(holder)), now());
        audit.record(staff, "case.assigned", reference.value(), holder == null ? "to nobody" : "to " + holder.name());
    }

    /** Gives a case that waits for an answer to another neighbourhood's team, once per form. */
    @Transactional
    public void handOver(
            StaffMember staff, Reference reference, long version, AreaCode to, String reason, String formToken) {
        Case before = held(staff, reference);
        if (write(staff, before, Entry.Kind.HAND_OVER, reason, to, null, formToken)) {
            if (!(current(before, version) instanceof Waiting waiting)) {
                throw new StaleCaseException(reference);
            }
            Instant at = now();
            cases.replace(before, waiting.handOver(to), at);
            calls.tell(reference);
            notices.ofCases(List.of(before.matter().id()), Move.HANDED_OVER, at);
            audit.record(staff, "case.handed-over", reference.value(), before.area() + " to " + to);
        }
    }

    /** What a case that {@link #find} has shown the person can most likely be merged with, the latest first. */
    public List<Case> mergeable(Case held) {
        return cases.besides(held, OFFERED);
    }

    /** Why a case cannot be merged with another. */
    public enum NoMerge {
        /** There is none with that reference, or the person may not see it. */
        UNKNOWN,
        /** It is the same one. */
        SAME,
        /** It is of another neighbourhood. */
        ELSEWHERE,
        /** It is answered or closed already. */
        OVER;
    }

    /** Why a case cannot be merged into another; null when it can. */
    public @Nullable NoMerge noMerge(StaffMember staff, Case one, @Nullable Reference into) {
        Case other = into == null ? null : cases.find(into).orElse(null);
        if (other == null || !TeamRights.mayWork(staff, other.area())) {
            return NoMerge.UNKNOWN;
        }
        if (other.reference().equals(one.reference())) {
            return NoMerge.SAME;
        }
        if (!other.area().equals(one.area())) {
            return NoMerge.ELSEWHERE;
        }
        return other instanceof Waiting ? null : NoMerge.OVER;
    }

    /**
     * Has a case answered with another one, once per form: the answer to that one is the answer to this one, and is due
     * by the earlier of the two times. A supervisor answers where either sender asked for one, so whoever may not answer may
     * merge; danger stays danger. What had been merged into this one goes along.
     */
    @Transactional
    public void merge(
            StaffMember staff, Reference reference, long version, Reference into, String reason, String formToken) {
        cases.lock(reference, into);
        Case before = held(staff, reference);
        if (!write(staff, before, Entry.Kind.MERGE, reason, null, into, formToken)) {
            return;
        }
        if (!(current(before, version) instanceof Waiting waiting)
                || noMerge(staff, before, into) != null
                || !(held(staff, into) instanceof Waiting target)) {
            throw new StaleCaseException(reference);
        }
        Instant at = now();
        if (waiting.matter().urgent()) {
            cases.dangerMoves(waiting, target);
        }
        cases.replace(target, target.answeringFor(waiting), at);
        cases.moveAlong(before, target);
        cases.replace(before, closedInto(waiting, into, at), at);
        if (waiting.matter().urgent() && !target.matter().urgent()) {
            calls.tell(into);
        }
        audit.record(staff, "case.merged", reference.value(), "into " + into);
        audit.record(staff, "case.merged", into.value(), reference + " into it");
    }

    private static Closed closedInto(Waiting waiting, Reference into, Instant at) {
        Closed closed = waiting.close(Closing.MERGED, at);
        return new Closed(
                closed.matter().mergedInto(into),
                closed.askedAt(),
                closed.answeredAt(),
                closed.reason(),
                closed.closedAt(),
                closed.version());
    }

    /**
     * Makes a part of a case a case of its own, once per form: due when the whole is, answered by a supervisor and read at
     * once where the whole is, and shown to the sender behind the same link. A case has at most {@value #MOST_PARTS}.
     *
     * @param part what the new case is about, in the words of the sender or of staff
     * @return the new case's reference
     */
    @Transactional
    public Reference split(StaffMember staff, Reference reference, long version, String part, String formToken) {
        Case before = held(staff, reference);
        SubmissionKey key = SubmissionKey.ofNote(formToken, reference, "part" + part);
        Optional<Reference> done = cases.held(key);
        if (done.isPresent()) {
            return done.get();
        }
        if (!(current(before, version) instanceof Waiting whole)
                || cases.parts(before).size() >= MOST_PARTS) {
            throw new StaleCaseException(reference);
        }
        Reference fresh = unused();
        boolean kept = cases.split(
                whole,
                new Opening(
                        fresh,
                        whole.matter().kind(),
                        whole.area(),
                        part,
                        ContactDetails.NONE,
                        key,
                        CaseLink.random(random),
                        null,
                        false,
                        null,
                        whole.matter().receivedAt()),
                UUID.randomUUID());
        if (!kept) {
            // Sent twice at the same moment: the other one has kept it.
            return cases.held(key).orElseThrow(() -> new StaleCaseException(reference));
        }
        write(staff, before, Entry.Kind.SPLIT, part, null, fresh, formToken);
        cases.replace(before, whole.with(whole.matter().real()), now());
        audit.record(staff, "case.split", reference.value(), "into " + fresh);
        return fresh;
    }

    /** Ends a case. */
    @Transactional
    public void close(StaffMember staff, Reference reference, long version, Closing reason) {
        Case before = held(staff, reference);
        if (!mayAnswer(staff, before)) {
            staff.require(Role.SERGEANT, before.area());
        }
        Instant at = now();
        cases.replace(
                before,
                switch (current(before, version)) {
                    case Waiting waiting -> waiting.close(reason, at);
                    case Answered answered -> answered.close(reason, at);
                    case Closed closed -> throw new StaleCaseException(closed.reference());
                },
                at);
        if (!reason.unwanted()) {
            notices.ofCases(List.of(before.matter().id()), Move.CLOSED, at);
        }
        audit.record(staff, "case.closed", reference.value(), reason.code());
    }

    private Reference unused() {
        Reference fresh = Reference.random(random);
        while (cases.find(fresh).isPresent()) {
            fresh = Reference.random(random);
        }
        return fresh;
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
            StaffMember staff,
            Case about,
            Entry.Kind kind,
            String text,
            @Nullable AreaCode to,
            @Nullable Reference other,
            String formToken) {
        Entry entry = new Entry(kind, text, to, other, staff.name(), now());
        boolean words = kind == Entry.Kind.ANSWER || kind == Entry.Kind.NOTE;
        return !(words && cases.writtenJustNow(about, entry, staff))
                && cases.write(about, entry, staff, SubmissionKey.ofNote(formToken, about.reference(), kind + text));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
