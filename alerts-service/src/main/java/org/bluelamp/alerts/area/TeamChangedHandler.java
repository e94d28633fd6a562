package org.bluelamp.alerts.area;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the names up to date under which teams send mail. */
@Component
class TeamChangedHandler implements EventHandler<TeamChanged> {

    private final Areas areas;

    TeamChangedHandler(Areas areas) {
        this.areas = areas;
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
        areas.store(event.data(), event.version());
    }
}
