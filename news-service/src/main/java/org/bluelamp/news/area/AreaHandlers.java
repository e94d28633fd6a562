package org.bluelamp.news.area;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the copy of the areas in step with the directory. */
@Configuration(proxyBeanMethods = false)
class AreaHandlers {

    @Bean
    EventHandler<AreaChanged> areaChanged(Areas areas) {
        return EventHandler.projecting("directory.area.changed", AreaChanged.class, areas::apply);
    }
}
