package org.bluelamp.directory.area;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** Tells all areas again to a service that asks. */
@Component
class AreaSnapshot implements SnapshotSource {

    private final Areas areas;

    AreaSnapshot(Areas areas) {
        this.areas = areas;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return areas.announcements(null);
    }
}
