package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that has ended, until its sender asks again.
 *
 * @param askedAt when the promise was made that counted last
 * @param answeredAt when the first answer was given; null when none was
 * @param reason why it ended
 * @param closedAt when
 */
public record Closed(
        Matter matter, Instant askedAt, @Nullable Instant answeredAt, Closing reason, Instant closedAt, long version)
        implements Case {

    /** The sender asks again. */
    public Reopened askAgain(Instant at) {
        return new Reopened(matter, answeredAt, at, version + 1);
    }
}
