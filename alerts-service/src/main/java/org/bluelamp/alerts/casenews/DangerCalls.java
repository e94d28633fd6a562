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
 * Cases that speak of danger, each told to its team once and at once. A mail takes along all that waits for the team, and the
 * next one goes out some minutes later at the earliest, so that a flood is no flood of mails; the rows in it are claimed
 * before it is sent and marked after, so that a replica that dies leaves them to another one.
 */
@Repository
class DangerCalls implements Expiring {

    /** Longer than a mail server is waited for. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final CaseNewsSettings settings;
    private final Clock clock;

    DangerCalls(JdbcClient jdbc, CaseNewsSettings settings, Clock clock) {
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
     * @param calls what it is about, what has waited longest first
     */
    record Digest(UUID claim, AreaCode area, MailAddress inbox, List<Call> calls) {}

    /** A case that speaks of danger. */
    record Call(String reference, String kind, Instant at) {}

    /** Keeps a case to be told, once. */
    void heard(CaseUrgent told) {
        jdbc.sql("""
                insert into danger_call (reference, area, called_at, kind, heard_at)
                values (:reference, :area, :at, :kind, :now)
                on conflict do nothing
                """)
                .param("reference", told.reference())
                .param("area", told.area())
                .param("at", told.at().atOffset(UTC))
                .param("kind", told.kind())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * Takes all that waits for the team that waits longest; empty when there is nothing to do. While a mail to a team is on
     * its way, what comes for it waits as it does for some minutes after. Of two replicas that choose the same team at one moment
     * the team's row lets one through, and the other looks again under it.
     */
    @Transactional
    public Optional<Digest> claim() {
        Instant now = clock.instant();
        var next = jdbc.sql("""
                select waiting.area, team.email
                from danger_call waiting
                join team on team.area = waiting.area
                where waiting.mailed_at is null
                  and (waiting.claimed_until is null or waiting.claimed_until <= :now)
                  and team.email is not null
                  and not exists (
                      select
                      from danger_call other
                      where other.area = waiting.area
                        and (other.mailed_at > :since or other.mailed_at is null and other.claimed_until > :now))
                order by waiting.heard_at
                limit 1
                for no key update of team skip locked
                """)
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(settings.dangerEvery()).atOffset(UTC))
                .query((row, n) -> new Inbox(row.getString("area"), row.getString("email")))
                .optional();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        UUID claim = UUID.randomUUID();
        List<Call> calls = jdbc.sql("""
                with claimed as (
                    update danger_call
                    set claim = :claim, claimed_until = :until
                    where area = :area
                      and mailed_at is null
                      and not exists (
                          select
                          from danger_call other
                          where other.area = :area
                            and (other.mailed_at > :since or other.mailed_at is null and other.claimed_until > :now))
                    returning reference, kind, called_at
                )
                select reference, kind, called_at
                from claimed
                order by called_at, reference
                """)
                .param("claim", claim)
                .param("until", now.plus(LEASE).atOffset(UTC))
                .param("area", next.get().area())
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(settings.dangerEvery()).atOffset(UTC))
                .query((row, n) -> new Call(
                        row.getString("reference"),
                        row.getString("kind"),
                        Objects.requireNonNull(row.getObject("called_at", OffsetDateTime.class))
                                .toInstant()))
                .list();
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(
                        claim,
                        new AreaCode(next.get().area()),
                        MailAddress.parse(next.get().email()).orElseThrow(),
                        calls));
    }

    private record Inbox(String area, String email) {}

    /** The team has the mail. */
    void mailed(Digest digest) {
        jdbc.sql("""
                update danger_call
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
                delete from danger_call
                where (reference, area, called_at) in (
                    select reference, area, called_at
                    from danger_call
                    where heard_at < :before
                    limit :limit
                    for update skip locked)
                """)
                .param("before", now.minus(KEPT).atOffset(UTC))
                .param("limit", limit)
                .update();
    }
}
