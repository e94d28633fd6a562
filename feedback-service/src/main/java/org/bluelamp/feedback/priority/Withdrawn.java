package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A priority that was set by mistake and taken back: it stands on no public page. Those whose concerns were said to have
 * led to it read the reason.
 */
public record Withdrawn(
        Undertaking undertaking, @Nullable Review review, String reason, LocalDate endedOn, long version)
        implements Ended {

    /** @throws IllegalArgumentException when the reason is empty or too long */
    public Withdrawn {
        reason = Text.REASON.checked(reason);
    }

    @Override
    public String lastWord() {
        return reason;
    }
}
