package org.bluelamp.feedback.support;

import java.time.LocalDate;
import org.bluelamp.feedback.submission.Typed;

/**
 * What everybody may read and support.
 *
 * @param cause what it is
 * @param words as everybody may read them
 * @param since the day on which it was let out, or became a priority
 * @param backing how many support it
 */
public record Said(Cause cause, String words, LocalDate since, Backing backing) {

    private static final int LONGEST_BEGINNING = 200;

    /** Whether the team works on it. */
    public boolean priority() {
        return cause instanceof Cause.OfPriority;
    }

    /** The beginning of the words on one line. */
    public String beginning() {
        return Typed.beginning(words, LONGEST_BEGINNING);
    }
}
