package org.bluelamp.directory.round;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the rounds in step with feedback-service. */
@Configuration(proxyBeanMethods = false)
class RoundHandlers {

    @Bean
    EventHandler<RoundOpened> roundOpened(Rounds rounds) {
        return EventHandler.projecting(RoundOpened.TYPE, RoundOpened.class, rounds::opened);
    }

    @Bean
    EventHandler<RoundClosed> roundClosed(Rounds rounds) {
        return EventHandler.projecting(RoundClosed.TYPE, RoundClosed.class, rounds::closed);
    }
}
