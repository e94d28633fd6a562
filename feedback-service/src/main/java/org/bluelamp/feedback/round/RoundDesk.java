package org.bluelamp.feedback.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluelamp.feedback.survey.Survey;
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
 * What staff and time do with rounds. Each deed is one transaction: the round, what others are told of it, and the audit
 * record are kept together or not at all. Sergeants and administrators act in their areas; officers look.
 *
 * <p>Every deed on a round throws {@link StaleRoundException} when the version given is not the present one or the round
 * is in another state, and {@link AccessDeniedException} when the person may not.
 */
@Service
public class RoundDesk {

    private static final int DUE_AT_ONCE = 100;

    private final Rounds rounds;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    /** A desk whose deeds happen at the clock's time. */
    public RoundDesk(Rounds rounds, Outbox outbox, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the person plans and closes rounds of that neighbourhood. */
    public boolean mayLead(StaffMember staff, AreaCode area) {
        return TeamRights.mayLead(staff, area);
    }

    /**
     * One round; empty when there is none.
     *
     * @throws AccessDeniedException when it is of an area that is not the person's
     */
    public Optional<Round> round(StaffMember staff, RoundId id) {
        Optional<Round> round = rounds.find(id);
        round.ifPresent(found -> {
            if (!mayLead(staff, found.area())) {
                staff.require(Role.OFFICER, found.area());
            }
        });
        return round;
    }

    /**
     * Plans a round, once for an id however often it is sent. It begins with the questions of the neighbourhood's last
     * round, so that the two can be compared.
     *
     * @throws RoundsMeetException when the neighbourhood has another round on one of its days
     */
    @Transactional
    public Round plan(StaffMember staff, Plan plan) {
        TeamRights.requireLead(staff, plan.area());
        Optional<Round> kept = rounds.find(plan.id());
        if (kept.isPresent()) {
            return kept.get();
        }
        requireFree(plan);
        List<Round> last = rounds.of(plan.area(), 1);
        Planned round =
                Planned.of(last.isEmpty() ? plan : plan.with(last.getFirst().survey()));
        rounds.add(round, staff, now());
        audit.record(staff, "round.planned", round.id().toString(), "");
        return round;
    }

    /** @throws RoundsMeetException when the neighbourhood has another round on one of its new days */
    @Transactional
    public Round revise(StaffMember staff, RoundId id, long version, UnaryOperator<Plan> change) {
        Planned before = planned(staff, id, version);
        Planned after = before.revise(change.apply(before.plan()));
        requireFree(after.plan());
        return kept(staff, after, "round.revised");
    }

    /** Changes the questions. */
    @Transactional
    public Round ask(StaffMember staff, RoundId id, long version, Survey survey) {
        return kept(staff, planned(staff, id, version).ask(survey), "round.asked");
    }

    /** Takes away a round that has not begun. */
    @Transactional
    public void remove(StaffMember staff, RoundId id, long version) {
        Planned round = planned(staff, id, version);
        if (!rounds.remove(round)) {
            throw new StaleRoundException(id);
        }
        audit.record(staff, "round.removed", id.toString(), "");
    }

    /**
     * Lets an open round end on another day, today or later.
     *
     * @throws RoundsMeetException when the neighbourhood has another round by then
     */
    @Transactional
    public Round until(StaffMember staff, RoundId id, long version, LocalDate last) {
        Open before = open(staff, id, version);
        Open after = before.until(last);
        requireFree(after.plan());
        rounds.replace(after, staff, now());
        outbox.append(RoundOpened.of(after));
        audit.record(staff, "round.moved", id.toString(), "");
        return after;
    }

    /** Closes a round at once. */
    @Transactional
    public Round close(StaffMember staff, RoundId id, long version, String reason) {
        Closed closed = open(staff, id, version).close(now());
        rounds.replace(closed, staff, now());
        outbox.append(RoundClosed.of(closed));
        audit.record(staff, "round.closed", id.toString(), reason);
        return closed;
    }

    /** Notes what the neighbourhood decided, after its priorities were set. */
    @Transactional
    public Round decide(StaffMember staff, RoundId id, long version, String decision) {
        Round round = current(staff, id, version);
        if (!(round instanceof Closed closed)) {
            throw new StaleRoundException(id);
        }
        Decided decided = closed.decide(decision, today());
        rounds.replace(decided, staff, now());
        outbox.append(RoundClosed.of(decided));
        audit.record(staff, "round.decided", id.toString(), "");
        return decided;
    }

    /** Rounds that the day opens or closes. */
    public List<RoundId> due() {
        return rounds.due(today(), DUE_AT_ONCE);
    }

    /** Opens or closes a round as its days say; does nothing when another replica does it. */
    @Transactional
    public void doWhatIsDue(RoundId id) {
        Round round = rounds.claim(id).orElse(null);
        if (round instanceof Planned planned
                && planned.ready()
                && !planned.plan().period().first().isAfter(today())) {
            Open open = planned.open(now());
            if (rounds.replaceInTime(open, now())) {
                outbox.append(RoundOpened.of(open));
            }
        } else if (round instanceof Open open && open.plan().period().last().isBefore(today())) {
            Closed closed = open.close(now());
            if (rounds.replaceInTime(closed, now())) {
                outbox.append(RoundClosed.of(closed));
            }
        }
    }

    private Round kept(StaffMember staff, Planned round, String deed) {
        rounds.replace(round, staff, now());
        audit.record(staff, deed, round.id().toString(), "");
        return round;
    }

    private Planned planned(StaffMember staff, RoundId id, long version) {
        if (current(staff, id, version) instanceof Planned planned) {
            return planned;
        }
        throw new StaleRoundException(id);
    }

    private Open open(StaffMember staff, RoundId id, long version) {
        if (current(staff, id, version) instanceof Open open) {
            return open;
        }
        throw new StaleRoundException(id);
    }

    private Round current(StaffMember staff, RoundId id, long version) {
        Round round = round(staff, id).orElseThrow(() -> new StaleRoundException(id));
        TeamRights.requireLead(staff, round.area());
        if (round.version() != version) {
            throw new StaleRoundException(id);
        }
        return round;
    }

    private void requireFree(Plan plan) {
        rounds.onePlanner(plan.area());
        rounds.meeting(plan).ifPresent(other -> {
            throw new RoundsMeetException(other);
        });
    }

    private LocalDate today() {
        return LondonTime.date(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
