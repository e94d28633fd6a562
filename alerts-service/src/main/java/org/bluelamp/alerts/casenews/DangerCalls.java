package org.bluelamp.alerts.casenews;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cases that speak of danger, each told to its team once and at once. A mail takes along all that waits for the team, and the
 * next one goes out some minutes later at the earliest, so that a flood is no flood of mails; the rows in it are claimed
 * before it is sent and marked after, so that a replica that dies leaves them to another one.
 */
@Repository
class DangerCalls extends TeamRows<DangerCalls.Call> {

    /** Longer than a mail server is waited for. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    DangerCalls(JdbcClient jdbc, CaseNewsSettings settings, Clock clock) {
        super(
                jdbc,
                clock,
                new Table<>(
                        "danger_call",
                        "reference, area, called_at",
                        "reference, kind, called_at",
                        "called_at, reference",
                        (row, n) -> new Call(
                                row.getString("reference"),
                                row.getString("kind"),
                                Objects.requireNonNull(row.getObject("called_at", OffsetDateTime.class))
                                        .toInstant()),
                        LEASE,
                        settings.dangerEvery()));
    }

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
}
