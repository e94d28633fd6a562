package org.bluelamp.feedback.cases;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts how each neighbourhood's team keeps its promise, and tells others once a day: so that they know that the figures
 * are of today, and nobody sees by when a figure rises that somebody has written just now.
 */
@Repository
class Measures implements SnapshotSource {

    private static final String MEASURE = """
            select area_code, version, received, answered_in_time, answered_late, waiting, overdue, median_hours,
                   measured_at
              from answer_measure
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Measures(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Counts the neighbourhoods that were not counted today as one set and announces them; of replicas, one does so. */
    @Transactional
    public int measure() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('answer_measure'))")
                .query(Boolean.class)
                .single();
        if (!mine) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<OutgoingEvent> counted = jdbc.sql("""
                        with contact as (
                            select area_code,
                                   count(*) filter (where received_at >= :since
                                                      and coalesce(closing, '') not in ('no-message', 'hoax')) as received,
                                   count(*) filter (where state in ('received', 'reopened')) as waiting,
                                   count(*) filter (where state in ('received', 'reopened') and due_at < :now)
                                       as overdue
                              from "case"
                             where set_aside is null
                               and (received_at >= :since or state in ('received', 'reopened'))
                             group by area_code),
                        promise as (
                            select area_code,
                                   count(*) filter (where answered_at <= due_at) as in_time,
                                   count(*) filter (where answered_at > due_at) as late,
                                   ceil(extract(epoch from percentile_disc(0.5)
                                        within group (order by answered_at - asked_at)) / 3600)::integer as median_hours
                              from case_promise
                             where ended_at >= :since and answered_at is not null
                             group by area_code)
                        insert into answer_measure as held
                               (area_code, version, received, answered_in_time, answered_late, waiting, overdue,
                                median_hours, measured_at)
                        select a.code, 1, coalesce(c.received, 0), coalesce(p.in_time, 0), coalesce(p.late, 0),
                               coalesce(c.waiting, 0), coalesce(c.overdue, 0), p.median_hours, :now
                          from area a
                          left join contact c on c.area_code = a.code
                          left join promise p on p.area_code = a.code
                         where a.kind = 'neighbourhood'
                        on conflict (area_code) do update
                           set version = held.version + 1, received = excluded.received,
                               answered_in_time = excluded.answered_in_time, answered_late = excluded.answered_late,
                               waiting = excluded.waiting, overdue = excluded.overdue,
                               median_hours = excluded.median_hours, measured_at = excluded.measured_at
                         where held.measured_at < :today
                        returning area_code, version, received, answered_in_time, answered_late, waiting, overdue,
                                  median_hours, measured_at""")
                .param("now", now.atOffset(UTC))
                .param(
                        "today",
                        LondonTime.date(now)
                                .atStartOfDay(LondonTime.ZONE)
                                .toInstant()
                                .atOffset(UTC))
                .param("since", now.minus(CaseDesk.COUNTED).atOffset(UTC))
                .query(Measures::event)
                .list();
        counted.forEach(outbox::append);
        return counted.size();
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return jdbc.sql(MEASURE).query(Measures::event).stream();
    }

    private static OutgoingEvent event(ResultSet row, int n) throws SQLException {
        return new AnswerMeasured(
                        row.getString("area_code"),
                        Objects.requireNonNull(row.getObject("measured_at", OffsetDateTime.class))
                                .toInstant(),
                        CaseDesk.COUNTED.toDays(),
                        row.getInt("received"),
                        row.getInt("answered_in_time"),
                        row.getInt("answered_late"),
                        row.getInt("waiting"),
                        row.getInt("overdue"),
                        row.getObject("median_hours", Integer.class))
                .event(row.getLong("version"));
    }
}
