package org.bluelamp.alerts.push;

import java.time.Instant;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets the browsers of who is no longer subscribed, however that ended. */
@Component
class DeviceRetention implements Expiring {

    private final JdbcClient jdbc;

    DeviceRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from push_device
                where id in (
                    select push_device.id
                    from push_device
                    join subscriber on subscriber.id = push_device.subscriber_id
                    where subscriber.status = 'ended'
                    limit :limit
                    for update of push_device skip locked)
                """).param("limit", limit).update();
    }
}
