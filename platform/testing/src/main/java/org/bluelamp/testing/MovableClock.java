package org.bluelamp.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, moved on by a test. */
public final class MovableClock extends Clock {

    private volatile Duration moved = Duration.ZERO;

    /** Moves it on, further than it is already. */
    public void moveBy(Duration span) {
        moved = moved.plus(span);
    }

    /** The real time again. */
    public void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody needs it");
    }
}
