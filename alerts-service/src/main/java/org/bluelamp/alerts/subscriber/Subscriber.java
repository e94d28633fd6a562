package org.bluelamp.alerts.subscriber;

import java.util.Locale;
import java.util.UUID;

/**
 * A person who gave an address to get mail, without their address.
 *
 * @param id chosen at random
 * @param status how far they are
 */
public record Subscriber(UUID id, Status status) {

    /** The life of a subscriber; ended ones may come back, through a new confirmation. */
    public enum Status {
        /** The address was given, but its owner has not confirmed. */
        PENDING,
        /** The owner confirmed; mail about followed areas may be sent. */
        CONFIRMED,
        /** No mail any more, with a reason and a source on record. */
        ENDED;

        static Status of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
