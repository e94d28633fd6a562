package org.bluelamp.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the deliveries of one item are.
 *
 * @param accepted by the provider
 * @param arrived of these, those that are known to have arrived
 * @param refused by the provider for good
 * @param cancelled as the person left or the item was taken back
 * @param expired not accepted in time
 * @param remaining still to be made, those being sent and those tried again included
 * @param retrying of the remaining, those that were not accepted at first
 * @param paused waiting until somebody says to go on
 * @param lately accepted within {@link #LATELY}
 * @param began when the first was added; null when there is none
 * @param last when one was last done with; null when none was
 * @param now when this was looked at
 */
public record Progress(
        long accepted,
        long arrived,
        long refused,
        long cancelled,
        long expired,
        long remaining,
        long retrying,
        long paused,
        long lately,
        @Nullable Instant began,
        @Nullable Instant last,
        Instant now) {

    /** The time over which the present rate is taken. */
    public static final Duration LATELY = Duration.ofSeconds(30);

    /** All deliveries of the item. */
    public long all() {
        return accepted + refused + cancelled + expired + remaining + paused;
    }

    /** Whether nothing is left to do, now or later. */
    public boolean isDone() {
        return remaining == 0 && paused == 0;
    }

    /** Accepted deliveries a second at present. */
    public double perSecond() {
        var since = began == null ? LATELY : Duration.between(began, now);
        var over = since.compareTo(LATELY) < 0 ? since : LATELY;
        return lately / Math.max(1, over.toMillis() / 1000.0);
    }

    /** When it will be done at the present rate; empty when it is done, or nothing moves. */
    public Optional<Instant> estimatedEnd() {
        return isDone() || lately == 0
                ? Optional.empty()
                : Optional.of(now.plusMillis((long) (remaining * 1000 / perSecond())));
    }
}
