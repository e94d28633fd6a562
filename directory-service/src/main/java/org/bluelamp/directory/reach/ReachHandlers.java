package org.bluelamp.directory.reach;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the figures in step with alerts-service. */
@Configuration(proxyBeanMethods = false)
class ReachHandlers {

    @Bean
    EventHandler<ReachChanged> reachChanged(Reaches reaches) {
        return EventHandler.projecting(ReachChanged.TYPE, ReachChanged.class, reaches::told);
    }
}
