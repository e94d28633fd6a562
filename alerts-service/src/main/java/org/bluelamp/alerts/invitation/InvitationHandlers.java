package org.bluelamp.alerts.invitation;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of rounds that open and close. */
@Configuration(proxyBeanMethods = false)
class InvitationHandlers {

    @Bean
    EventHandler<RoundOpened> roundOpened(Invitations invitations) {
        return EventHandler.projecting(RoundOpened.TYPE, RoundOpened.class, invitations::opened);
    }

    @Bean
    EventHandler<RoundClosed> roundClosed(Invitations invitations) {
        return EventHandler.projecting(RoundClosed.TYPE, RoundClosed.class, invitations::closed);
    }
}
