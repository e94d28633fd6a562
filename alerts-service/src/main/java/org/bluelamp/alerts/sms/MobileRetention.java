package org.bluelamp.alerts.sms;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets codes after two days, and the numbers of who is no longer subscribed at once. */
@Component
class MobileRetention implements Expiring {

    private static final Duration CODES = Duration.ofDays(2);

    private final JdbcClient jdbc;

    MobileRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        var codes = jdbc.sql("""
                delete from mobile_code
                where id in (
                    select id
                    from mobile_code
                    where sent_at < :before
                    limit :limit
                    for update skip locked)
                """)
                .param("before", now.minus(CODES).atOffset(UTC))
                .param("limit", limit)
                .update();
        var numbers = jdbc.sql("""
                delete from mobile
                where subscriber_id in (
                    select subscriber_id
                    from mobile
                    join subscriber on subscriber.id = mobile.subscriber_id
                    where subscriber.status = 'ended'
                    limit :limit
                    for update of mobile skip locked)
                """).param("limit", limit).update();
        return Math.max(codes, numbers);
    }
}
