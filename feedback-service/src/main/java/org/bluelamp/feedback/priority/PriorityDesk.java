package org.bluelamp.feedback.priority;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bluelamp.feedback.notice.Move;
import org.bluelamp.feedback.notice.Notices;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do with priorities. Each deed is one transaction: the priority, what others are told of it, and the audit
 * record are kept together or not at all. Sergeants and administrators act in their areas; officers look.
 *
 * <p>Every deed on a priority that exists throws {@link StalePriorityException} when the version given is not the
 * present one or the priority has ended, and {@link AccessDeniedException} when the person may not.
 */
@Service
public class PriorityDesk {

    private final Priorities priorities;
    private final Outbox outbox;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    /** A desk whose deeds happen at the clock's time. */
    public PriorityDesk(Priorities priorities, Outbox outbox, Notices notices, AuditTrail audit, Clock clock) {
        this.priorities = priorities;
        this.outbox = outbox;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a priority says, as typed and found to be in order. */
    public record Words(String issue, String why, String action) {}

    /** Whether the person sets and ends priorities of that neighbourhood. */
    public boolean mayLead(StaffMember staff, AreaCode area) {
        return TeamRights.mayLead(staff, area);
    }

    /** Whether the person reads the concerns of that neighbourhood, and so may say which led to a priority. */
    public boolean mayWeigh(StaffMember staff, AreaCode area) {
        return staff.may(Role.SERGEANT, area);
    }

    /**
     * One priority; empty when there is none.
     *
     * @throws AccessDeniedException when it is of an area that is not the person's
     */
    public Optional<Priority> priority(StaffMember staff, PriorityId id) {
        Optional<Priority> priority = priorities.find(id);
        priority.ifPresent(found -> {
            if (!mayLead(staff, found.area())) {
                staff.require(Role.OFFICER, found.area());
            }
        });
        return priority;
    }

    /**
     * Sets a priority, once for an id however often it is sent.
     *
     * @throws TooManyPrioritiesException when the neighbourhood works on three already
     */
    @Transactional
    public Priority set(StaffMember staff, PriorityId id, AreaCode area, Words words, Set<Reference> concerns) {
        TeamRights.requireLead(staff, area);
        Open priority = Open.set(id, area, Aim.of(words.issue(), words.why(), words.action(), today()), today());
        if (!priorities.add(priority, staff, now())) {
            return priority(staff, id).orElseThrow();
        }
        if (!concerns.isEmpty()) {
            staff.require(Role.SERGEANT, area);
            int linked = priorities.link(priority, concerns);
            if (linked > 0) {
                priority = (Open) priority.backedBy(linked);
                priorities.replace(priority, staff, now());
            }
        }
        notice(priority, Move.PRIORITY_SET, Set.of());
        return told(staff, priority, "priority.set", "");
    }

    /** Changes the words of a priority that is worked on. */
    @Transactional
    public Priority revise(StaffMember staff, PriorityId id, long version, Words words) {
        return change(
                staff,
                id,
                version,
                "priority.revised",
                "",
                (priority, day) -> priority.revise(words.issue(), words.why(), words.action(), day));
    }

    /** Goes on with a priority after a look at what has been done. */
    @Transactional
    public Priority review(StaffMember staff, PriorityId id, long version, String progress) {
        Priority after =
                change(staff, id, version, "priority.reviewed", "", (priority, day) -> priority.review(progress, day));
        notice(after, Move.PRIORITY_PROGRESSED, Set.of());
        return after;
    }

    /** Gives a priority up for something else. */
    @Transactional
    public Priority replace(StaffMember staff, PriorityId id, long version, String reason) {
        Priority after = change(
                staff, id, version, "priority.replaced", reason, (priority, day) -> priority.replace(reason, day));
        notice(after, Move.PRIORITY_REPLACED, Set.of());
        return after;
    }

    /** Ends a priority whose work is done. */
    @Transactional
    public Priority complete(StaffMember staff, PriorityId id, long version, String outcome) {
        Priority after = change(
                staff, id, version, "priority.completed", "", (priority, day) -> priority.complete(outcome, day));
        notice(after, Move.PRIORITY_COMPLETED, Set.of());
        return after;
    }

    /** Takes a priority back that was set by mistake. Everybody forgets it but those whose concerns led to it. */
    @Transactional
    public Priority withdraw(StaffMember staff, PriorityId id, long version, String reason) {
        Priority after = change(
                staff, id, version, "priority.withdrawn", reason, (priority, day) -> priority.withdraw(reason, day));
        notice(after, Move.PRIORITY_WITHDRAWN, Set.of());
        return after;
    }

    /** Says one more thing that is to be done about a priority, by whom and by when. */
    @Transactional
    public Priority plan(StaffMember staff, PriorityId id, long version, PlannedAction action) {
        return change(staff, id, version, "priority.planned", "", (priority, day) -> priority.plan(action));
    }

    /** Says what came of something that was planned. */
    @Transactional
    public Priority finish(StaffMember staff, PriorityId id, long version, UUID action, String result) {
        Priority after = change(
                staff,
                id,
                version,
                "priority.action-done",
                "",
                (priority, day) -> priority.finish(action, result, day));
        notice(after, Move.PRIORITY_PROGRESSED, Set.of());
        return after;
    }

    /** Takes something off the plan that will not be done. */
    @Transactional
    public Priority drop(StaffMember staff, PriorityId id, long version, UUID action) {
        return change(staff, id, version, "priority.action-dropped", "", (priority, day) -> priority.drop(action));
    }

    /** Says which concerns led to a priority: exactly these, as far as they are of its neighbourhood. */
    @Transactional
    public Priority back(StaffMember staff, PriorityId id, long version, Set<Reference> concerns) {
        Current before = current(staff, id, version);
        staff.require(Role.SERGEANT, before.area());
        Set<Reference> linked = priorities.evidence(id);
        if (linked.equals(concerns)) {
            return before;
        }
        Current after = before.backedBy(priorities.link(before, concerns));
        priorities.replace(after, staff, now());
        notice(after, Move.PRIORITY_SET, linked);
        return told(staff, after, "priority.backed", "");
    }

    private Priority change(
            StaffMember staff,
            PriorityId id,
            long version,
            String deed,
            String reason,
            BiFunction<Current, LocalDate, Priority> transition) {
        Priority after = transition.apply(current(staff, id, version), today());
        priorities.replace(after, staff, now());
        return told(staff, after, deed, reason);
    }

    private Current current(StaffMember staff, PriorityId id, long version) {
        Priority priority = priority(staff, id).orElseThrow(() -> new StalePriorityException(id));
        TeamRights.requireLead(staff, priority.area());
        if (priority instanceof Current current && current.version() == version) {
            return current;
        }
        throw new StalePriorityException(id);
    }

    /** Those whose concerns led to it hear of it, but for those of some concerns. */
    private void notice(Priority priority, Move move, Set<Reference> but) {
        notices.ofPriority(
                priority.id().value(), priority.version(), priority.area().value(), move, now(), but);
    }

    private Priority told(StaffMember staff, Priority priority, String deed, String reason) {
        outbox.append(PriorityChanged.of(priority));
        audit.record(staff, deed, priority.id().toString(), reason);
        return priority;
    }

    private LocalDate today() {
        return LondonTime.date(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
