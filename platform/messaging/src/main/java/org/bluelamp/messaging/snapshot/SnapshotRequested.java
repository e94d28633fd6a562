package org.bluelamp.messaging.snapshot;

/**
 * The data of {@code <service>.snapshot.requested}.
 *
 * @param owner the service whose present state is asked for
 */
record SnapshotRequested(String owner) {}
