package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A priority whose work is done. */
public record Completed(
        Undertaking undertaking, @Nullable Review review, String outcome, LocalDate endedOn, long version)
        implements Ended {

    /** @throws IllegalArgumentException when the outcome is empty or too long */
    public Completed {
        outcome = Text.OUTCOME.checked(outcome);
    }

    @Override
    public String lastWord() {
        return outcome;
    }
}
