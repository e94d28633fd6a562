package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A priority that was given up for something else. */
public record Replaced(Undertaking undertaking, @Nullable Review review, String reason, LocalDate endedOn, long version)
        implements Ended {

    /** @throws IllegalArgumentException when the reason is empty or too long */
    public Replaced {
        reason = Text.REASON.checked(reason);
    }

    @Override
    public String lastWord() {
        return reason;
    }
}
