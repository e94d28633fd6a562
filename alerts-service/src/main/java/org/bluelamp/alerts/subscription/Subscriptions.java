package org.bluelamp.alerts.subscription;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.preference.Preferences;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who follows which area. A subscription ends with a reason and a source and stays on record. */
@Repository
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets a subscriber follow an area with the choices of the sign-up; false when they did already. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean follow(UUID subscriber, AreaCode area, UUID signUp) {
        return jdbc.sql("""
                insert into subscription
                    (subscriber_id, area, sign_up_id, started_at, frequency, topics, least_severity)
                select :subscriber, :area, id, :now, frequency, topics, least_severity
                from sign_up
                where id = :signUp
                on conflict (subscriber_id, area) where ended_at is null do nothing
                """)
                        .param("subscriber", subscriber)
                        .param("area", area.value())
                        .param("signUp", signUp)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    /** Ends one subscription; false when there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean end(UUID subscriber, AreaCode area, Ending ending) {
        return jdbc.sql("""
                update subscription
                set ended_at = :now, ended_reason = :reason, ended_source = :source
                where subscriber_id = :subscriber and area = :area and ended_at is null
                """)
                        .param("subscriber", subscriber)
                        .param("area", area.value())
                        .param("now", clock.instant().atOffset(UTC))
                        .param("reason", ending.reason())
                        .param("source", ending.source())
                        .update()
                == 1;
    }

    /** Ends all of a subscriber's subscriptions. */
    @Transactional(propagation = Propagation.MANDATORY)
    void endAll(UUID subscriber, Ending ending) {
        jdbc.sql("""
                update subscription
                set ended_at = :now, ended_reason = :reason, ended_source = :source
                where subscriber_id = :subscriber and ended_at is null
                """)
                .param("subscriber", subscriber)
                .param("now", clock.instant().atOffset(UTC))
                .param("reason", ending.reason())
                .param("source", ending.source())
                .update();
    }

    /** Replaces the choices for one area; false when the subscriber does not follow it. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean choose(UUID subscriber, AreaCode area, Preferences preferences) {
        return jdbc.sql("""
                update subscription
                set frequency = :frequency, topics = :topics, least_severity = :severity
                where subscriber_id = :subscriber and area = :area and ended_at is null
                """)
                        .param("frequency", preferences.frequency().code())
                        .param("topics", preferences.storedTopics(), Types.ARRAY)
                        .param("severity", preferences.leastSeverity().code())
                        .param("subscriber", subscriber)
                        .param("area", area.value())
                        .update()
                == 1;
    }

    /** The areas that a subscriber follows, each with the choices for it. */
    public Map<AreaCode, Preferences> choices(UUID subscriber) {
        var choices = new LinkedHashMap<AreaCode, Preferences>();
        jdbc.sql("""
                select area, frequency, topics, least_severity
                from subscription
                where subscriber_id = :subscriber and ended_at is null
                order by area
                """)
                .param("subscriber", subscriber)
                .query((row, n) -> Map.entry(new AreaCode(row.getString("area")), Preferences.read(row)))
                .list()
                .forEach(entry -> choices.put(entry.getKey(), entry.getValue()));
        return choices;
    }

    /** The codes of the areas that a subscriber follows. */
    public List<AreaCode> followedBy(UUID subscriber) {
        return jdbc.sql("""
                select area
                from subscription
                where subscriber_id = :subscriber and ended_at is null
                order by area
                """)
                .param("subscriber", subscriber)
                .query((row, n) -> new AreaCode(row.getString("area")))
                .list();
    }
}
