package org.bluelamp.alerts.casenews;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises that are due or broken, each told to its team once. A mail takes along all that waits for the team; the rows in
 * it are claimed before it is sent and marked after, so that a replica that dies leaves them to another one.
 */
@Repository
class TeamReminders implements Expiring {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final CaseNewsSettings settings;
    private final Clock clock;

    TeamReminders(JdbcClient jdbc, CaseNewsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a team is written.
     *
     * @param claim names this mail
     * @param area whose team it is
     * @param inbox where the team gets mail
     * @param promises what it is about, what is late first
     */
    record Digest(UUID claim, AreaCode area, MailAddress inbox, List<Promise> promises) {}

    /** A promise that is due soon or broken. */
    record Promise(String reference, String kind, Instant dueAt, boolean late) {}

    /** Keeps a promise to be told, once. */
    void heard(PromiseTold told, boolean late) {
        jdbc.sql("""
                insert into team_reminder (reference, due_at, late, area, kind, heard_at)
                values (:reference, :dueAt, :late, :area, :kind, :now)
                on conflict do nothing
                """)
                .param("reference", told.reference())
                .param("dueAt", told.dueAt().atOffset(UTC))
                .param("late", late)
                .param("area", told.area())
                .param("kind", told.kind())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * Takes all that waits for the team that waits longest; empty when there is nothing to do. While a mail to a team is on
     * its way, what comes for it waits as it does for an hour after. Of two replicas that choose the same team at one moment
     * the team's row lets one through, and the other looks again under it.
     */
    @Transactional
    public Optional<Digest> claim() {
        Instant now = clock.instant();
        var next = jdbc.sql("""
                select waiting.area, team.email
                from team_reminder waiting
                join team on team.area = waiting.area
                where waiting.mailed_at is null
                  and (waiting.claimed_until is null or waiting.claimed_until <= :now)
                  and team.email is not null
                  and not exists (
                      select
                      from team_reminder other
                      where other.area = waiting.area
                        and (other.mailed_at > :since or other.mailed_at is null and other.claimed_until > :now))
                order by waiting.heard_at
                limit 1
                for no key update of team skip locked
                """)
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(settings.teamEvery()).atOffset(UTC))
                .query((row, n) -> new Inbox(row.getString("area"), row.getString("email")))
                .optional();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        UUID claim = UUID.randomUUID();
        List<Promise> promises = jdbc.sql("""
                with claimed as (
                    update team_reminder
                    set claim = :claim, claimed_until = :until
                    where area = :area
                      and mailed_at is null
                      and not exists (
                          select
                          from team_reminder other
                          where other.area = :area
                            and (other.mailed_at > :since or other.mailed_at is null and other.claimed_until > :now))
                    returning reference, kind, due_at, late
                )
                select reference, kind, due_at, late
                from claimed
                order by late desc, due_at, reference
                """)
                .param("claim", claim)
                .param("until", now.plus(LEASE).atOffset(UTC))
                .param("area", next.get().area())
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(settings.teamEvery()).atOffset(UTC))
                .query((row, n) -> new Promise(
                        row.getString("reference"),
                        row.getString("kind"),
                        Objects.requireNonNull(row.getObject("due_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getBoolean("late")))
                .list();
        return promises.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(
                        claim,
                        new AreaCode(next.get().area()),
                        MailAddress.parse(next.get().email()).orElseThrow(),
                        promises));
    }

    private record Inbox(String area, String email) {}

    /** The team has the mail. */
    void mailed(Digest digest) {
        jdbc.sql("""
                update team_reminder
                set mailed_at = :now, claim = null, claimed_until = null
                where claim = :claim
                """)
                .param("claim", digest.claim())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from team_reminder
                where (reference, due_at, late) in (
                    select reference, due_at, late
                    from team_reminder
                    where heard_at < :before
                    limit :limit
                    for update skip locked)
                """)
                .param("before", now.minus(KEPT).atOffset(UTC))
                .param("limit", limit)
                .update();
    }
}
