package org.bluelamp.alerts.delivery;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery that a worker had claimed.
 *
 * @param claim the worker's claim; where it holds no longer, another has the delivery and nothing is written
 * @param failure why the mail server did not take it, never with an address; null when it did or was not asked
 * @param pause how long to wait before the next try; null when there is none
 */
record Outcome(
        UUID delivery,
        UUID claim,
        DeliveryStatus status,
        @Nullable String failure,
        @Nullable Duration pause) {

    /** The mail server accepted it. */
    static Outcome sent(UUID delivery, UUID claim) {
        return new Outcome(delivery, claim, DeliveryStatus.SENT, null, null);
    }

    /** Its item is no longer to be sent, or has nothing for this person. */
    static Outcome cancelled(UUID delivery, UUID claim) {
        return new Outcome(delivery, claim, DeliveryStatus.CANCELLED, null, null);
    }

    /** The mail server will never accept it. */
    static Outcome failedForGood(UUID delivery, UUID claim, String failure) {
        return new Outcome(delivery, claim, DeliveryStatus.FAILED_FOR_GOOD, failure, null);
    }

    /** To be tried again after a while, or found expired then. */
    static Outcome failedForNow(UUID delivery, UUID claim, String failure, Duration pause) {
        return new Outcome(delivery, claim, DeliveryStatus.FAILED_TEMPORARILY, failure, pause);
    }
}
