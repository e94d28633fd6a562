package org.bluelamp.alerts.alert;

import java.time.Clock;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether readers found alerts useful: a count for each alert and day, without knowing who they are. */
@Repository
public class Usefulness {

    private final JdbcClient jdbc;
    private final Clock clock;

    Usefulness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one reader's answer. */
    public void count(AlertId alert, boolean useful) {
        jdbc.sql("""
                insert into alert_usefulness as held (alert_id, day, yes, no)
                values (:alert, :day, :yes, :no)
                on conflict (alert_id, day) do update
                set yes = held.yes + excluded.yes, no = held.no + excluded.no
                """)
                .param("alert", alert.value())
                .param("day", LondonTime.date(clock.instant()))
                .param("yes", useful ? 1 : 0)
                .param("no", useful ? 0 : 1)
                .update();
    }

    /** What was answered so far of an alert. */
    public Tally of(AlertId alert) {
        return jdbc.sql("""
                select coalesce(sum(yes), 0) as yes, coalesce(sum(no), 0) as no
                from alert_usefulness
                where alert_id = :alert
                """)
                .param("alert", alert.value())
                .query((row, n) -> new Tally(row.getLong("yes"), row.getLong("no")))
                .single();
    }

    /** How many said that it was useful, and how many that it was not. */
    public record Tally(long yes, long no) {}
}
