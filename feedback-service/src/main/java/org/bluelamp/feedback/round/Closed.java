package org.bluelamp.feedback.round;

import java.time.Instant;
import java.time.LocalDate;

/** A round that is over, and from which no priorities have been picked yet. */
public record Closed(Plan plan, Instant openedAt, Instant closedAt, long version) implements Round {

    /** The neighbourhood has picked its priorities, with a word on how. */
    public Decided decide(String decision, LocalDate day) {
        return new Decided(plan, openedAt, closedAt, decision, day, version + 1);
    }
}
