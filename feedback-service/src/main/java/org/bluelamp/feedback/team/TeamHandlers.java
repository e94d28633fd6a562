package org.bluelamp.feedback.team;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the projection of teams. */
@Configuration(proxyBeanMethods = false)
class TeamHandlers {

    @Bean
    EventHandler<TeamChanged> teamChanged(Teams teams) {
        return EventHandler.projecting(
                "directory.team.changed", TeamChanged.class, (told, version) -> teams.apply(told.team(), version));
    }
}
