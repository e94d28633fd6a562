package org.bluelamp.alerts.alert;

import org.bluelamp.alerts.subscription.SubscriptionEnded;
import org.bluelamp.service.area.AreaCode;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An alert that waits for somebody goes on for another reason when the one it was for has ended: whoever stops a
 * neighbourhood and follows its district still asked for the district's alerts. What a worker has in hand at that moment is
 * left to it.
 */
@Component
class NextReason {

    private final JdbcClient jdbc;
    private final Alerts alerts;
    private final Audience audience;

    NextReason(JdbcClient jdbc, Alerts alerts, Audience audience) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.audience = audience;
    }

    /** Finds the next reason for each alert that waits; what has none is taken back when it is to be sent. */
    @EventListener
    void stopped(SubscriptionEnded ended) {
        jdbc.sql("""
                select distinct item_id
                from delivery
                where item_kind = :kind and subscriber_id = :subscriber and reason_area = :area
                  and status in ('pending', 'paused', 'failed_temporarily')
                """)
                .param("kind", AlertMail.KIND)
                .param("subscriber", ended.subscriber())
                .param("area", ended.area().value())
                .query(String.class)
                .list()
                .forEach(message -> alerts.findByMessage(message)
                        .flatMap(alert -> audience.reason(alert.content(), ended.subscriber()))
                        .ifPresent(next -> goOn(ended, message, next)));
    }

    private void goOn(SubscriptionEnded ended, String message, AreaCode next) {
        jdbc.sql("""
                update delivery
                set reason_area = :next
                where item_kind = :kind and item_id = :item and subscriber_id = :subscriber and reason_area = :area
                  and status in ('pending', 'paused', 'failed_temporarily')
                """)
                .param("next", next.value())
                .param("kind", AlertMail.KIND)
                .param("item", message)
                .param("subscriber", ended.subscriber())
                .param("area", ended.area().value())
                .update();
    }
}
