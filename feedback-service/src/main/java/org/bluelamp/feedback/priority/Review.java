package org.bluelamp.feedback.priority;

import java.time.LocalDate;

/**
 * That a team looked at a priority again and goes on with it.
 *
 * @param progress what has been done so far
 * @param on the day
 */
public record Review(String progress, LocalDate on) {

    /** @throws IllegalArgumentException when the progress is empty or too long */
    public Review {
        progress = Text.PROGRESS.checked(progress);
    }
}
