package org.bluelamp.directory.alert;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the alerts in step with alerts-service. */
@Configuration(proxyBeanMethods = false)
class AlertHandlers {

    @Bean
    EventHandler<AlertTold> alertIssued(Alerts alerts) {
        return EventHandler.projecting(AlertTold.ISSUED, AlertTold.class, alerts::told);
    }

    @Bean
    EventHandler<AlertTold> alertUpdated(Alerts alerts) {
        return EventHandler.projecting(AlertTold.UPDATED, AlertTold.class, alerts::told);
    }

    @Bean
    EventHandler<AlertTold> alertCancelled(Alerts alerts) {
        return EventHandler.projecting(AlertTold.CANCELLED, AlertTold.class, alerts::told);
    }

    @Bean
    EventHandler<AlertTold> alertExpired(Alerts alerts) {
        return EventHandler.projecting(AlertTold.EXPIRED, AlertTold.class, alerts::told);
    }
}
