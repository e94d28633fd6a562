package org.bluelamp.feedback.round;

import java.time.Instant;
import java.time.LocalDate;
import org.bluelamp.feedback.submission.Typed;

/** A round from which the neighbourhood has picked its priorities. Nothing follows. */
public record Decided(Plan plan, Instant openedAt, Instant closedAt, String decision, LocalDate decidedOn, long version)
        implements Round {

    /** The longest word on how it was decided, in characters as people count them. */
    public static final int LONGEST_DECISION = 1000;

    /** @throws IllegalArgumentException when the decision is empty or too long */
    public Decided {
        decision = Typed.clean(decision).strip();
        if (decision.isEmpty() || Typed.length(decision) > LONGEST_DECISION) {
            throw new IllegalArgumentException("A decision has 1 to " + LONGEST_DECISION + " characters");
        }
    }
}
