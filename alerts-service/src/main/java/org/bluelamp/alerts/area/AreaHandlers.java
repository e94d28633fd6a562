package org.bluelamp.alerts.area;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the list of areas up to date, the names under which teams send mail, and where postcodes lie. */
@Configuration(proxyBeanMethods = false)
class AreaHandlers {

    @Bean
    EventHandler<AreaChanged> areaChanged(Areas areas) {
        return EventHandler.projecting("directory.area.changed", AreaChanged.class, areas::store);
    }

    @Bean
    EventHandler<TeamChanged> teamChanged(Areas areas) {
        return EventHandler.projecting("directory.team.changed", TeamChanged.class, areas::store);
    }

    @Bean
    EventHandler<SectorChanged> sectorChanged(Postcodes postcodes) {
        return EventHandler.projecting("directory.sector.changed", SectorChanged.class, postcodes::store);
    }
}
