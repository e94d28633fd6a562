package org.bluelamp.alerts.delivery;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery that a worker had claimed.
 *
 * @param claim the worker's claim; where it holds no longer, another has the delivery and nothing is written
 * @param failure why the provider did not take it, never with an address, or that it was simulated; null when it did or
 *     was not asked
 * @param pause how long to wait before the next try; null when there is none
 * @param addressRefused whether the provider takes nothing at all for the address
 */
record Outcome(
        UUID delivery,
        UUID claim,
        DeliveryStatus status,
        @Nullable String failure,
        @Nullable Duration pause,
        boolean addressRefused) {

    /** The provider accepted it. */
    static Outcome sent(UUID delivery, UUID claim) {
        return new Outcome(delivery, claim, DeliveryStatus.SENT, null, null, false);
    }

    /**
     * It was simulated, as if it had been accepted.
     *
     * @param mark what tells so
     */
    static Outcome simulated(UUID delivery, UUID claim, String mark) {
        return new Outcome(delivery, claim, DeliveryStatus.SENT, mark, null, false);
    }

    /** Its item is no longer to be sent, or has nothing for this person. */
    static Outcome cancelled(UUID delivery, UUID claim) {
        return new Outcome(delivery, claim, DeliveryStatus.CANCELLED, null, null, false);
    }

    /**
     * The provider will never accept it.
     *
     * @param address whether that holds for everything that goes to the address
     */
    static Outcome failedForGood(UUID delivery, UUID claim, String failure, boolean address) {
        return new Outcome(delivery, claim, DeliveryStatus.FAILED_FOR_GOOD, failure, null, address);
    }

    /** To be tried again after a while, or found expired then. */
    static Outcome failedForNow(UUID delivery, UUID claim, String failure, Duration pause) {
        return new Outcome(delivery, claim, DeliveryStatus.FAILED_TEMPORARILY, failure, pause, false);
    }

    /** Whether it is the end of the delivery and changes nothing else. */
    boolean isPlainEnd() {
        return pause == null && !addressRefused;
    }
}
