package org.bluelamp.feedback.voice;

import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Admits the codes that alerts-service has sent. A batch that comes twice is nothing new. */
@Configuration(proxyBeanMethods = false)
class VoiceHandlers {

    @Bean
    EventHandler<VoicesAdmitted> voicesAdmitted(Voices voices) {
        return EventHandler.projecting(
                VoicesAdmitted.TYPE,
                VoicesAdmitted.class,
                (told, version) -> voices.admit(new RoundId(told.round()), Channel.MAIL, told.bytes()));
    }
}
