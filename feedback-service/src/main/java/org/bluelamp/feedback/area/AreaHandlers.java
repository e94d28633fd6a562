package org.bluelamp.feedback.area;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the projection of areas, and tells this service when one is there. */
@Configuration(proxyBeanMethods = false)
class AreaHandlers {

    @Bean
    EventHandler<AreaChanged> areaChanged(Areas areas, ApplicationEventPublisher publisher) {
        return EventHandler.projecting("directory.area.changed", AreaChanged.class, (told, version) -> {
            Area area = told.area();
            if (areas.apply(told, version)) {
                publisher.publishEvent(new AreaArrived(area));
            }
        });
    }
}
