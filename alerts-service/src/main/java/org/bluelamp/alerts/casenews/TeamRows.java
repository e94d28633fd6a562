package org.bluelamp.alerts.casenews;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of one table that are each told to their team once. A mail takes along all that waits for the team, and the next one
 * goes out a while later at the earliest; the rows in it are claimed before it is sent and marked after, so that a replica
 * that dies leaves them to another one.
 *
 * @param <T> what a row tells
 */
abstract class TeamRows<T> implements Expiring {

    private static final Duration KEPT = Duration.ofDays(30);

    protected final JdbcClient jdbc;
    protected final Clock clock;
    private final Table<T> table;

    TeamRows(JdbcClient jdbc, Clock clock, Table<T> table) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
    }

    /**
     * Where the rows are.
     *
     * @param key the columns of its key
     * @param told the columns that are told
     * @param order in which they are told
     * @param row reads them
     * @param lease for how long a mail on its way keeps others from its rows
     * @param every how long after one mail to a team the next one goes out at the earliest
     */
    record Table<T>(
            String name, String key, String told, String order, RowMapper<T> row, Duration lease, Duration every) {}

    /**
     * What a team is written.
     *
     * @param claim names this mail
     * @param area whose team it is
     * @param inbox where the team gets mail
     * @param rows what it is about, in order
     */
    record Digest<T>(UUID claim, AreaCode area, MailAddress inbox, List<T> rows) {}

    /**
     * Takes all that waits for the team that waits longest; empty when there is nothing to do. While a mail to a team is on
     * its way, what comes for it waits as it does for a while after. Of two replicas that choose the same team at one moment
     * the team's row lets one through, and the other looks again under it.
     */
    @Transactional
    public Optional<Digest<T>> claim() {
        Instant now = clock.instant();
        var next = jdbc.sql("""
                select waiting.area, team.email
                from %1$s waiting
                join team on team.area = waiting.area
                where waiting.mailed_at is null
                  and (waiting.claimed_until is null or waiting.claimed_until <= :now)
                  and team.email is not null
                  and not exists (
                      select
                      from %1$s other
                      where other.area = waiting.area
                        and (other.mailed_at > :since or other.mailed_at is null and other.claimed_until > :now))
                order by waiting.heard_at
                limit 1
                for no key update of team skip locked
                """.formatted(table.name()))
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(table.every()).atOffset(UTC))
                .query((row, n) -> new Inbox(row.getString("area"), row.getString("email")))
                .optional();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        UUID claim = UUID.randomUUID();
        List<T> rows = jdbc.sql("""
                with claimed as (
                    update %1$s
                    set claim = :claim, claimed_until = :until
                    where area = :area
                      and mailed_at is null
                      and not exists (
                          select
                          from %1$s other
                          where other.area = :area
                            and (other.mailed_at > :since or other.mailed_at is null and other.claimed_until > :now))
                    returning %2$s
                )
                select %2$s
                from claimed
                order by %3$s
                """.formatted(table.name(), table.told(), table.order()))
                .param("claim", claim)
                .param("until", now.plus(table.lease()).atOffset(UTC))
                .param("area", next.get().area())
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(table.every()).atOffset(UTC))
                .query(table.row())
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest<>(
                        claim,
                        new AreaCode(next.get().area()),
                        MailAddress.parse(next.get().email()).orElseThrow(),
                        rows));
    }

    private record Inbox(String area, String email) {}

    /** The team has the mail. */
    void mailed(Digest<T> digest) {
        jdbc.sql("""
                update %s
                set mailed_at = :now, claim = null, claimed_until = null
                where claim = :claim
                """.formatted(table.name()))
                .param("claim", digest.claim())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from %1$s
                where (%2$s) in (
                    select %2$s
                    from %1$s
                    where heard_at < :before
                    limit :limit
                    for update skip locked)
                """.formatted(table.name(), table.key()))
                .param("before", now.minus(KEPT).atOffset(UTC))
                .param("limit", limit)
                .update();
    }
}
