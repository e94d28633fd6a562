package org.bluelamp.messaging.snapshot;

import java.util.List;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Republishes all a service owns when somebody asks for it. Everybody who listens receives it, and it is marked as what
 * it is, so that it also sets right a copy of the present version that is wrong or poorer.
 */
final class SnapshotAnswer implements EventHandler<SnapshotRequested> {

    private static final Logger log = LoggerFactory.getLogger(SnapshotAnswer.class);

    private final String service;
    private final List<SnapshotSource> sources;
    private final Outbox outbox;

    SnapshotAnswer(String service, List<SnapshotSource> sources, Outbox outbox) {
        this.service = service;
        this.sources = sources;
        this.outbox = outbox;
    }

    @Override
    public String type() {
        return "*.snapshot.requested";
    }

    @Override
    public Class<SnapshotRequested> dataType() {
        return SnapshotRequested.class;
    }

    @Override
    public void on(Event<SnapshotRequested> event) {
        if (!event.data().owner().equals(service)) {
            return;
        }
        log.info("{} asks for a snapshot", event.source());
        for (SnapshotSource source : sources) {
            outbox.appendAll(source.snapshot().map(OutgoingEvent::inSnapshot));
        }
    }
}
