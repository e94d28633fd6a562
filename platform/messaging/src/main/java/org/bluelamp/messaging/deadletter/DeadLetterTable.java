package org.bluelamp.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code messaging.dead_letter}: one per queue and message, however often it fails. */
final class DeadLetterTable {

    private final JdbcClient jdbc;

    DeadLetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a failed message; one that failed before, and was replayed meanwhile, waits again. */
    void keep(FailedMessage message, Instant now) {
        jdbc.sql("""
                insert into messaging.dead_letter as held
                    (queue, message_key, type, subject, source, headers, body, reason, stack_trace, failed_at)
                values (:queue, :key, :type, :subject, :source, :headers, :body, :reason, :stackTrace, :now)
                on conflict (queue, message_key) do update
                  set headers = excluded.headers,
                      reason = excluded.reason,
                      stack_trace = excluded.stack_trace,
                      failed_at = excluded.failed_at,
                      failures = held.failures + 1,
                      state = 'waiting',
                      settled_at = null,
                      settlement = null
                """)
                .param("queue", message.queue())
                .param("key", message.key())
                .param("type", message.type())
                .param("subject", message.subject())
                .param("source", message.source())
                .param("headers", message.headers())
                .param("body", message.body())
                .param("reason", message.reason())
                .param("stackTrace", message.stackTrace())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<DeadLetter> list(DeadLetter.State state, int offset, int limit) {
        return jdbc.sql("""
                select *
                from messaging.dead_letter
                where state = ?
                order by failed_at desc, id desc
                offset ? limit ?
                """)
                .param(name(state))
                .param(offset)
                .param(limit)
                .query(DeadLetterTable::row)
                .list();
    }

    long count(DeadLetter.State state) {
        return jdbc.sql("select count(*) from messaging.dead_letter where state = ?")
                .param(name(state))
                .query(Long.class)
                .single();
    }

    Optional<DeadLetter> find(long id) {
        return jdbc.sql("select * from messaging.dead_letter where id = ?")
                .param(id)
                .query(DeadLetterTable::row)
                .optional();
    }

    /** What a replay sends. */
    Optional<Waiting> findWaiting(long id) {
        return jdbc.sql("""
                select queue, headers, body, failures
                from messaging.dead_letter
                where id = ?
                  and state = 'waiting'
                """)
                .param(id)
                .query((row, number) -> new Waiting(
                        row.getString("queue"), row.getString("headers"), row.getBytes("body"), row.getInt("failures")))
                .optional();
    }

    /**
     * Settles one that waits.
     *
     * @param failures how often it had failed when it was decided on; when it failed again meanwhile, it still waits
     * @return false when there was none to settle
     */
    boolean settle(long id, int failures, DeadLetter.State state, @Nullable String settlement, Instant now) {
        return jdbc.sql("""
                update messaging.dead_letter
                set state = ?, settlement = ?, settled_at = ?
                where id = ?
                  and failures = ?
                  and state = 'waiting'
                """)
                        .param(name(state))
                        .param(settlement)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(id)
                        .param(failures)
                        .update()
                == 1;
    }

    int deleteSettledBefore(Instant end, int limit) {
        return jdbc.sql("""
                delete from messaging.dead_letter
                where id in (
                    select id
                    from messaging.dead_letter
                    where state <> 'waiting'
                      and settled_at < ?
                    limit ?
                    for update skip locked
                )
                """).param(end.atOffset(ZoneOffset.UTC)).param(limit).update();
    }

    /** A failed message as it came from its dead-letter queue. */
    record FailedMessage(
            String queue,
            String key,
            @Nullable String type,
            @Nullable String subject,
            @Nullable String source,
            String headers,
            byte[] body,
            String reason,
            String stackTrace) {}

    /** The message of a dead letter that waits. */
    record Waiting(String queue, String headers, byte[] body, int failures) {}

    private static DeadLetter row(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getLong("id"),
                row.getString("queue"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("source"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                row.getString("reason"),
                row.getString("stack_trace"),
                row.getInt("failures"),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                DeadLetter.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                settled == null ? null : settled.toInstant(),
                row.getString("settlement"));
    }

    private static String name(DeadLetter.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
