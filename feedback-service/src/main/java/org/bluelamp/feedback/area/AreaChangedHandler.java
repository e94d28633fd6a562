package org.bluelamp.feedback.area;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps the projection of areas. */
@Component
class AreaChangedHandler implements EventHandler<AreaChanged> {

    private final Areas areas;
    private final ApplicationEventPublisher publisher;

    AreaChangedHandler(Areas areas, ApplicationEventPublisher publisher) {
        this.areas = areas;
        this.publisher = publisher;
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
        Area area = event.data().area();
        if (areas.apply(area, event.version())) {
            publisher.publishEvent(new AreaArrived(area));
        }
    }
}
