package org.bluelamp.messaging;

import java.util.stream.Stream;

/**
 * Tells the current state of everything a service owns of one kind, as the events that would have led there. A service
 * with such beans answers {@code <service>.snapshot.requested} by republishing them, which rebuilds any projection.
 */
public interface SnapshotSource {

    /** The present state, one event per aggregate with its present version; closed after reading. */
    Stream<OutgoingEvent> snapshot();
}
