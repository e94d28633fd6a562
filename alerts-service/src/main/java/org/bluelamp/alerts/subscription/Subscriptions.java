package org.bluelamp.alerts.subscription;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
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

    /** Lets a subscriber follow an area; false when they did already. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean follow(UUID subscriber, AreaCode area, UUID signUp) {
        return jdbc.sql("""
                insert into subscription (subscriber_id, area, sign_up_id, started_at)
                values (:subscriber, :area, :signUp, :now)
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
