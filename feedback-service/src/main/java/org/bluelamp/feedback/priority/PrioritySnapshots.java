package org.bluelamp.feedback.priority;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** All priorities, those that have ended too, as the events that other services build their copies from. */
@Component
class PrioritySnapshots implements SnapshotSource {

    private final Priorities priorities;

    PrioritySnapshots(Priorities priorities) {
        this.priorities = priorities;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return priorities.all().map(PriorityChanged::of);
    }
}
