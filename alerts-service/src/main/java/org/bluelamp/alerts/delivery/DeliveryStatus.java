package org.bluelamp.alerts.delivery;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryStatus {
    /** Waiting for a worker. */
    PENDING("Waiting"),
    /** Waiting until somebody says to go on with its item. */
    PAUSED("Paused"),
    /** Claimed by a worker until its lease ends. */
    SENDING("Being sent"),
    /** Accepted by the provider. Whether it arrived is another matter. */
    SENT("Accepted"),
    /** Known to have arrived, from a provider that tells. */
    DELIVERED("Arrived"),
    /** Not accepted yet; will be tried again until its "not after". */
    FAILED_TEMPORARILY("Trying again"),
    /** Refused for good by the provider. */
    FAILED_FOR_GOOD("Refused"),
    /** No longer wanted: unsubscribed, or the item was withdrawn. */
    CANCELLED("Cancelled"),
    /** Not accepted before its "not after". */
    EXPIRED("Too late");

    private final String label;

    DeliveryStatus(String label) {
        this.label = label;
    }

    /** What staff read. */
    public String label() {
        return label;
    }

    /** The word that is stored. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a stored word. */
    public static DeliveryStatus of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
