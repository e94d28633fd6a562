package org.bluelamp.alerts.area;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the list of areas up to date. */
@Component
class AreaChangedHandler implements EventHandler<AreaChanged> {

    private final Areas areas;

    AreaChangedHandler(Areas areas) {
        this.areas = areas;
    }

    @Override
    public String type() {
        return "directory.area.changed";
    }

    @Override
    public Class<AreaChanged> dataType() {
        return AreaChanged.class;
    }

    @Override
    public void on(Event<AreaChanged> event) {
        areas.store(event.data(), event.version());
    }
}
