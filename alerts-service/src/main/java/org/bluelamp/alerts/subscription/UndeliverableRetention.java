package org.bluelamp.alerts.subscription;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscriber.RetentionSettings;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever did not sign up again though no mail arrives is at an end, as if they had left. Rows that another replica has in
 * hand are left to it.
 */
@Component
class UndeliverableRetention implements Expiring {

    private static final Ending UNDELIVERABLE = new Ending("undeliverable", "retention");

    private final JdbcClient jdbc;
    private final RetentionSettings settings;
    private final Leaving leaving;

    UndeliverableRetention(JdbcClient jdbc, RetentionSettings settings, Leaving leaving) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.leaving = leaving;
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        List<UUID> due = jdbc.sql("""
                        select id
                        from subscriber
                        where status = 'confirmed' and suppressed_at < :before
                        limit :limit
                        for update skip locked
                        """)
                .param("before", now.minus(settings.addressAfterEnd()).atOffset(UTC))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        due.forEach(subscriber -> leaving.all(subscriber, UNDELIVERABLE));
        return due.size();
    }
}
