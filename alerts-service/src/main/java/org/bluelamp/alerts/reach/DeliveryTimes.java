package org.bluelamp.alerts.reach;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.delivery.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long deliveries took from being queued to being accepted, day by day. */
@Repository
public class DeliveryTimes {

    private final JdbcClient jdbc;

    DeliveryTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest days on which anything was sent, the latest first, and within a day the most urgent lane first. */
    public List<Day> latest(int days) {
        return jdbc.sql("""
                select day, lane, channel, accepted, refused, late, half, most
                from delivery_day
                where day in (select distinct day from delivery_day order by day desc limit :days)
                order by day desc, lane, channel
                """)
                .param("days", days)
                .query((row, n) -> new Day(
                        row.getObject("day", LocalDate.class),
                        Lane.values()[row.getInt("lane")],
                        row.getString("channel"),
                        new HeadCount(row.getInt("accepted")),
                        new HeadCount(row.getInt("refused")),
                        new HeadCount(row.getInt("late")),
                        Optional.ofNullable(row.getObject("half", Integer.class))
                                .map(Duration::ofSeconds),
                        Optional.ofNullable(row.getObject("most", Integer.class))
                                .map(Duration::ofSeconds)))
                .list();
    }

    /**
     * What was finished in a lane on a day.
     *
     * @param accepted deliveries that a provider took, those that came back later among them
     * @param refused those it refused for good
     * @param late those that were not accepted in time
     * @param half within which time half of the accepted ones were; empty when there were none
     * @param most within which time 95 of 100 were
     */
    public record Day(
            LocalDate day,
            Lane lane,
            String channel,
            HeadCount accepted,
            HeadCount refused,
            HeadCount late,
            Optional<Duration> half,
            Optional<Duration> most) {}
}
