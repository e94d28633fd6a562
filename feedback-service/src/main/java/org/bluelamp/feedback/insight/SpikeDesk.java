package org.bluelamp.feedback.insight;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.insight.Spike.Outcome;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What rose suddenly: finds it by {@link SpikeRule} and puts it on the list of the area's officers, who say what became of
 * it. Nothing is told to residents by it.
 */
@Service
public class SpikeDesk {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 1000;

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration QUIET = Duration.ofDays(28);
    private static final Duration REMEMBERED = Duration.ofDays(182);
    private static final int LISTED = 50;

    private final Spikes spikes;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    SpikeDesk(Spikes spikes, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.spikes = spikes;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks for what rose, unless somebody has within a quarter of an hour or nothing was counted; how much was found. */
    @Transactional
    public int lookIfDue() {
        Instant now = clock.instant();
        // Whoever comes at the same moment waits here and then sees that it was done.
        boolean due = jdbc.sql("""
                        update insight_run set looked_at = :now
                         where counted_at is not null and (looked_at is null or looked_at <= :before)""")
                        .param("now", now.atOffset(UTC))
                        .param("before", now.minus(EVERY).atOffset(UTC))
                        .update()
                == 1;
        if (!due) {
            return 0;
        }
        LocalDate last = LondonTime.date(now);
        return (int) spikes.candidates(last, SpikeRule.FEWEST, SpikeRule.WEEKS).stream()
                .filter(one -> SpikeRule.standsOut(one.week(), one.before()))
                .filter(one -> spikes.add(one, last, SpikeRule.chance(one.week(), one.before()), now, now.minus(QUIET)))
                .count();
    }

    /** How much is to be looked at in these areas. */
    public int open(Set<AreaCode> areas) {
        return spikes.open(areas);
    }

    /** What is to be looked at in the person's areas, the latest first, fifty at most. */
    public List<Spike> open(StaffMember staff) {
        return spikes.open(staff.areas(), LISTED);
    }

    /** What was looked at in the person's areas, of half a year, the latest first, fifty at most. */
    public List<Spike> closed(StaffMember staff) {
        return spikes.closed(staff.areas(), clock.instant().minus(REMEMBERED), LISTED);
    }

    /**
     * One of them; empty when there is none with that id.
     *
     * @throws AccessDeniedException when it is of an area that is not the person's
     */
    public Optional<Spike> find(StaffMember staff, UUID id) {
        Optional<Spike> spike = spikes.find(id);
        spike.filter(found -> staff.areas().stream().noneMatch(own -> own.covers(found.area())))
                .ifPresent(found -> {
                    throw new AccessDeniedException(staff.name() + " does not work in " + found.area());
                });
        return spike;
    }

    /** Whether the person may say what became of it. */
    public boolean mayClose(StaffMember staff, Spike spike) {
        return TeamRights.mayWork(staff, spike.area());
    }

    /**
     * Says what became of it; false when somebody has already.
     *
     * @throws AccessDeniedException when the person may not
     */
    @Transactional
    public boolean close(StaffMember staff, Spike spike, Outcome outcome, String note) {
        TeamRights.requireWork(staff, spike.area());
        boolean closed = spikes.close(spike.id(), staff, outcome, note, clock.instant());
        if (closed) {
            audit.record(
                    staff,
                    "spike.closed",
                    spike.id().toString(),
                    outcome.label() + (note.isEmpty() ? "" : ": " + note));
        }
        return closed;
    }
}
