package org.bluelamp.directory.priority;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

@Component
class PriorityChangedHandler implements EventHandler<PriorityChanged> {

    private final Priorities priorities;

    PriorityChangedHandler(Priorities priorities) {
        this.priorities = priorities;
    }

    @Override
    public String type() {
        return PriorityChanged.TYPE;
    }

    @Override
    public Class<PriorityChanged> dataType() {
        return PriorityChanged.class;
    }

    @Override
    public void on(Event<PriorityChanged> event) {
        priorities.changed(event.data(), event.version());
    }
}
