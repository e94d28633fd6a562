package org.bluelamp.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code messaging.outbox}. Leases and pauses are measured by the database's clock, the one clock that all
 * replicas share.
 */
final class OutboxTable {

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<OutboxRow> rows) {
        jdbc.sql("""
                insert into messaging.outbox (id, type, subject, version, snapshot, data, traceparent, occurred_at)
                select id, type, subject, version, snapshot, data, traceparent, occurred_at
                from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::text[],
                            ?::timestamptz[])
                  as event (id, type, subject, version, snapshot, data, traceparent, occurred_at)
                """)
                .param(texts(rows.stream().map(OutboxRow::id)))
                .param(rows.stream().map(OutboxRow::type).toArray(String[]::new))
                .param(rows.stream().map(OutboxRow::subject).toArray(String[]::new))
                .param(rows.stream().map(OutboxRow::version).toArray(Long[]::new))
                .param(rows.stream().map(OutboxRow::snapshot).toArray(Boolean[]::new))
                .param(rows.stream().map(OutboxRow::data).toArray(String[]::new))
                .param(rows.stream().map(OutboxRow::traceparent).toArray(String[]::new))
                .param(texts(rows.stream().map(OutboxRow::occurredAt)))
                .update();
    }

    /** Takes up to so many due rows for one relay; others pass them by until the lease ends. */
    List<OutboxRow> claim(UUID lease, int limit, Duration time) {
        return jdbc
                .sql("""
                with due as (
                    select id
                    from messaging.outbox
                    where published_at is null
                      and available_at <= now()
                    order by available_at, position
                    limit :limit
                    for update skip locked
                )
                update messaging.outbox
                set lease = :lease,
                    available_at = now() + :seconds * interval '1 second'
                from due
                where outbox.id = due.id
                returning outbox.*
                """)
                .param("lease", lease)
                .param("limit", limit)
                .param("seconds", seconds(time))
                .query(OutboxTable::row)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(OutboxRow::position))
                .toList();
    }

    /** The broker has them, whoever holds the lease by now. */
    void markPublished(List<UUID> ids) {
        jdbc.sql("""
                update messaging.outbox
                set published_at = now(), lease = null, last_error = null
                where id = any (?::uuid[])
                """).param(texts(ids.stream())).update();
    }

    /** Puts rows back with the reason and a pause that doubles with every attempt. */
    void markFailed(UUID lease, List<Publication.Failed> failures, Duration firstPause, Duration lastPause) {
        jdbc.sql("""
                update messaging.outbox
                set attempts = attempts + 1,
                    last_error = failure.reason,
                    lease = null,
                    available_at = now() + least(? * power(2, least(attempts, 20)), ?) * interval '1 second'
                from unnest(?::uuid[], ?::text[]) as failure (id, reason)
                where outbox.id = failure.id
                  and outbox.lease = ?
                  and outbox.published_at is null
                """)
                .param(seconds(firstPause))
                .param(seconds(lastPause))
                .param(texts(failures.stream().map(Publication.Failed::id)))
                .param(failures.stream().map(Publication.Failed::reason).toArray(String[]::new))
                .param(lease)
                .update();
    }

    /** Gives back what was claimed and not tried. */
    void release(UUID lease) {
        jdbc.sql("""
                update messaging.outbox
                set lease = null, available_at = now()
                where lease = ?
                  and published_at is null
                """).param(lease).update();
    }

    Backlog backlog() {
        return jdbc.sql("""
                select count(*) as size, min(occurred_at) as oldest
                from messaging.outbox
                where published_at is null
                """)
                .query((row, number) -> new Backlog(row.getLong("size"), instant(row, "oldest")))
                .single();
    }

    int deletePublishedBefore(Instant end, int limit) {
        return jdbc.sql("""
                delete from messaging.outbox
                where id in (
                    select id
                    from messaging.outbox
                    where published_at < ?
                    limit ?
                    for update skip locked
                )
                """).param(end.atOffset(ZoneOffset.UTC)).param(limit).update();
    }

    /**
     * What waits to be published.
     *
     * @param oldest when the oldest change was made, null when nothing waits
     */
    record Backlog(long size, @Nullable Instant oldest) {}

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("version"),
                row.getBoolean("snapshot"),
                row.getString("data"),
                row.getString("traceparent"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The driver knows arrays of text, not of ids and instants; the statements cast them. */
    private static String[] texts(Stream<?> values) {
        return values.map(String::valueOf).toArray(String[]::new);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
