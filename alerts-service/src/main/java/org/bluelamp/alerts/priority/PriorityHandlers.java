package org.bluelamp.alerts.priority;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the priorities up to date. */
@Configuration(proxyBeanMethods = false)
class PriorityHandlers {

    @Bean
    EventHandler<PriorityChanged> priorityChanged(Priorities priorities) {
        return EventHandler.projecting("feedback.priority.changed", PriorityChanged.class, priorities::store);
    }
}
