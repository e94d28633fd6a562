package org.bluelamp.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient messaging is. The defaults suit production; tests shorten them.
 *
 * @param batch how many rows a relay claims, and has in flight, at once
 * @param poll how long a relay sleeps when nothing wakes it
 * @param lease how long a claimed row belongs to one relay; longer than publishing a batch ever takes
 * @param confirmTimeout how long to wait for the broker's confirm
 * @param firstRetry the pause after a row's first failure; it doubles with each further one
 * @param lastRetry the longest pause between two attempts
 * @param keepPublished how long published rows are kept for looking back
 * @param keepHandled how long ids of handled events are kept; longer than a message can linger in a queue
 * @param keepSettled how long replayed and discarded dead letters are kept
 */
@ConfigurationProperties("bluelamp.messaging")
public record MessagingProperties(
        @DefaultValue("64") int batch,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10s") Duration confirmTimeout,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("60s") Duration lastRetry,
        @DefaultValue("7d") Duration keepPublished,
        @DefaultValue("30d") Duration keepHandled,
        @DefaultValue("90d") Duration keepSettled) {

    /** @throws IllegalArgumentException telling which setting is wrong and why; the service then does not start */
    public MessagingProperties {
        check(batch > 0, "batch must be at least 1, and is " + batch);
        positive("poll", poll);
        positive("confirm-timeout", confirmTimeout);
        positive("first-retry", firstRetry);
        positive("keep-published", keepPublished);
        positive("keep-handled", keepHandled);
        positive("keep-settled", keepSettled);
        check(
                lease.compareTo(confirmTimeout) > 0,
                "lease must be longer than confirm-timeout, or two relays would publish the same batch: " + lease + ", "
                        + confirmTimeout);
        check(
                lastRetry.compareTo(firstRetry) >= 0,
                "last-retry must not be shorter than first-retry: " + lastRetry + ", " + firstRetry);
    }

    private static void positive(String name, Duration value) {
        check(value.isPositive(), name + " must be longer than nothing, and is " + value);
    }

    private static void check(boolean right, String wrong) {
        if (!right) {
            throw new IllegalArgumentException("bluelamp.messaging." + wrong);
        }
    }
}
