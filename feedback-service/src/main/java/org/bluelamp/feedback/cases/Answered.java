package org.bluelamp.feedback.cases;

import java.time.Instant;

/**
 * A case whose sender has an answer.
 *
 * @param askedAt when the promise was made that the answer kept
 * @param answeredAt when the first answer was given
 */
public record Answered(Matter matter, Instant askedAt, Instant answeredAt, long version) implements Case {

    /** The sender has one more answer. */
    public Answered answer() {
        return new Answered(matter, askedAt, answeredAt, version + 1);
    }

    /** The sender asks again. */
    public Reopened askAgain(Instant at) {
        return new Reopened(matter, answeredAt, at, version + 1);
    }

    /** Ended. */
    public Closed close(Closing reason, Instant at) {
        return new Closed(matter, askedAt, answeredAt, reason, at, version + 1);
    }
}
