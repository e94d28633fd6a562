package org.bluelamp.directory.scorecard;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How teams answer, as feedback-service last told: a projection, fed by events only. */
@Repository
public class Answers {

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the team of a neighbourhood answers; empty when nothing has been told of it. */
    public Optional<AnswersMeasured> of(AreaCode neighbourhood) {
        return jdbc.sql("""
                        select area_code, measured_at, days, received, answered_in_time, answered_late, waiting,
                               overdue, median_hours
                          from answers
                         where area_code = :area""")
                .param("area", neighbourhood.value())
                .query(Answers::read)
                .optional();
    }

    /** How the teams of all neighbourhoods within an area answer, those of which anything was told. */
    Map<AreaCode, AnswersMeasured> within(AreaCode area) {
        return jdbc.sql("""
                        select area_code, measured_at, days, received, answered_in_time, answered_late, waiting,
                               overdue, median_hours
                          from answers
                         where starts_with(area_code, :area || '/')""").param("area", area.value()).query(Answers::read).list().stream()
                .collect(Collectors.toMap(told -> new AreaCode(told.area()), Function.identity()));
    }

    /** Keeps what was told, if its version replaces the one held. */
    void apply(AnswersMeasured told, Version version) {
        jdbc.sql("""
                        insert into answers (area_code, version, measured_at, days, received, answered_in_time,
                                             answered_late, waiting, overdue, median_hours)
                        values (:area, :version, :measuredAt, :days, :received, :inTime, :late, :waiting, :overdue,
                                :median)
                        on conflict (area_code) do update
                           set version = excluded.version, measured_at = excluded.measured_at, days = excluded.days,
                               received = excluded.received, answered_in_time = excluded.answered_in_time,
                               answered_late = excluded.answered_late, waiting = excluded.waiting,
                               overdue = excluded.overdue, median_hours = excluded.median_hours
                         where answers.version <= :replaces""")
                .param("area", new AreaCode(told.area()).value())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("measuredAt", told.measuredAt().atOffset(UTC))
                .param("days", told.days())
                .param("received", told.received())
                .param("inTime", told.answeredInTime())
                .param("late", told.answeredLate())
                .param("waiting", told.waiting())
                .param("overdue", told.overdue())
                .param("median", told.medianHours())
                .update();
    }

    private static AnswersMeasured read(ResultSet row, int n) throws SQLException {
        return new AnswersMeasured(
                row.getString("area_code"),
                Objects.requireNonNull(row.getObject("measured_at", OffsetDateTime.class))
                        .toInstant(),
                row.getInt("days"),
                row.getInt("received"),
                row.getInt("answered_in_time"),
                row.getInt("answered_late"),
                row.getInt("waiting"),
                row.getInt("overdue"),
                row.getObject("median_hours", Integer.class));
    }
}
