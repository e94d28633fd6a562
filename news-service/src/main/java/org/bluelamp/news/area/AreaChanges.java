package org.bluelamp.news.area;

import java.util.Locale;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the copy of the areas in step with the directory. */
@Component
class AreaChanges implements EventHandler<AreaChanges.AreaChanged> {

    /** What this service reads of {@code directory.area.changed}. */
    record AreaChanged(
            String code, String kind, String name, @Nullable Long households) {}

    private final Areas areas;

    AreaChanges(Areas areas) {
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
        AreaChanged area = event.data();
        areas.apply(
                new AreaCode(area.code()),
                Area.Kind.valueOf(area.kind().toUpperCase(Locale.ROOT)),
                area.name(),
                area.households(),
                event.version());
    }
}
