package org.bluelamp.feedback.round;

import java.time.Instant;
import java.time.LocalDate;

/** A round in which residents answer. Its questions stay as they are; its last day may move. */
public record Open(Plan plan, Instant openedAt, long version) implements Round {

    /** Open until another day. */
    public Open until(LocalDate last) {
        return new Open(plan.with(new Period(plan.period().first(), last)), openedAt, version + 1);
    }

    /** Nobody can answer from now on. */
    public Closed close(Instant now) {
        return new Closed(plan, openedAt, now, version + 1);
    }
}
