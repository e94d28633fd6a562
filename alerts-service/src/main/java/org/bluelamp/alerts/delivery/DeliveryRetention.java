package org.bluelamp.alerts.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.bluelamp.alerts.subscriber.RetentionSettings;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets after a year who was sent what. */
@Component
class DeliveryRetention implements Expiring {

    private final JdbcClient jdbc;
    private final RetentionSettings settings;

    DeliveryRetention(JdbcClient jdbc, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from delivery
                where id in (
                    select id
                    from delivery
                    where finished_at < :before
                    limit :limit
                    for update skip locked)
                """)
                .param("before", now.minus(settings.records()).atOffset(UTC))
                .param("limit", limit)
                .update();
    }
}
