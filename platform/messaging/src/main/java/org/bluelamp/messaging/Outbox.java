package org.bluelamp.messaging;

import java.util.stream.Stream;

/**
 * Where a service leaves what it wants to announce. Rows are written in the caller's transaction, so an event exists
 * exactly when the change it tells of was committed; the relay publishes them afterwards.
 */
public interface Outbox {

    /**
     * Appends one event to the current transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when no transaction is active
     */
    void append(OutgoingEvent event);

    /** Appends many events as sets, for republishing; the stream is read once and closed. */
    void appendAll(Stream<OutgoingEvent> events);
}
