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
 * Promises that are due or broken, each told to its team once. A mail takes along all that waits for the team; the rows in
 * it are claimed before it is sent and marked after, so that a replica that dies leaves them to another one.
 */
@Repository
class TeamReminders extends TeamRows<TeamReminders.Promise> {

    private static final Duration LEASE = Duration.ofMinutes(10);

    TeamReminders(JdbcClient jdbc, CaseNewsSettings settings, Clock clock) {
        super(
                jdbc,
                clock,
                new Table<>(
                        "team_reminder",
                        "reference, due_at, late",
                        "reference, kind, due_at, late",
                        "late desc, due_at, reference",
                        (row, n) -> new Promise(
                                row.getString("reference"),
                                row.getString("kind"),
                                Objects.requireNonNull(row.getObject("due_at", OffsetDateTime.class))
                                        .toInstant(),
                                row.getBoolean("late")),
                        LEASE,
                        settings.teamEvery()));
    }

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
}
