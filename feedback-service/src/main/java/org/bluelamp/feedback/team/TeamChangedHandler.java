package org.bluelamp.feedback.team;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the projection of teams. */
@Component
class TeamChangedHandler implements EventHandler<TeamChanged> {

    private final Teams teams;

    TeamChangedHandler(Teams teams) {
        this.teams = teams;
    }

    @Override
    public String type() {
        return "directory.team.changed";
    }

    @Override
    public Class<TeamChanged> dataType() {
        return TeamChanged.class;
    }

    @Override
    public void on(Event<TeamChanged> event) {
        teams.apply(event.data().team(), event.version());
    }
}
