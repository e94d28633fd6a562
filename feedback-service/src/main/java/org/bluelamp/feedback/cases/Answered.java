package org.bluelamp.feedback.cases;

import java.time.Instant;

/**
 * A case whose sender has an answer.
 *
 * @param answeredAt when the first answer was given, which the clock goes by
 */
public record Answered(Matter matter, Instant answeredAt, long version) implements Case {

    /** The sender has one more answer. */
    public Answered answer() {
        return new Answered(matter, answeredAt, version + 1);
    }

    /** Ended. */
    public Closed close(Closing reason, Instant at) {
        return new Closed(matter, answeredAt, reason, at, version + 1);
    }
}
