package org.bluelamp.alerts.alert;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * That somebody is to be told of an alert that waits for a second person. A row is claimed before its mail goes out, so
 * that a replica that dies leaves it to another one.
 */
@Repository
class ApprovalCalls {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A mail to be written.
     *
     * @param claim names it
     * @param alert what waits
     * @param told how often somebody was written about it before
     */
    record Call(UUID claim, AlertId alert, int told) {}

    /** Somebody is to be told of it now, whatever was told before. */
    void call(AlertId alert) {
        jdbc.sql("""
                insert into approval_call (alert_id, due_at)
                values (:alert, :now)
                on conflict (alert_id) do update
                set told = 0, due_at = excluded.due_at, claim = null
                """)
                .param("alert", alert.value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Takes what is due longest, for as long as a mail may need; empty when nothing is. */
    Optional<Call> claim() {
        var now = clock.instant();
        return jdbc.sql("""
                update approval_call
                set claim = :claim, due_at = :until
                where alert_id = (
                    select alert_id
                    from approval_call
                    where due_at <= :now
                    order by due_at
                    limit 1
                    for update skip locked)
                returning claim, alert_id, told
                """)
                .param("claim", UUID.randomUUID())
                .param("until", now.plus(LEASE).atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query((row, n) -> new Call(
                        row.getObject("claim", UUID.class),
                        new AlertId(row.getObject("alert_id", UUID.class)),
                        row.getInt("told")))
                .optional();
    }

    /** The mail went out; the next one is due a while later. */
    void told(Call call, Duration again) {
        jdbc.sql("""
                update approval_call
                set told = told + 1, due_at = :next, claim = null
                where claim = :claim
                """)
                .param("next", clock.instant().plus(again).atOffset(UTC))
                .param("claim", call.claim())
                .update();
    }

    /** Nobody needs to be told any more. */
    void end(Call call) {
        jdbc.sql("delete from approval_call where claim = :claim")
                .param("claim", call.claim())
                .update();
    }
}
