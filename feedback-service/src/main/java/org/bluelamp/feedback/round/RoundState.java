package org.bluelamp.feedback.round;

import java.util.Locale;

/** Where a round stands, as a word. */
public enum RoundState {
    /** It has days and may have questions; residents cannot answer yet. */
    PLANNED,
    /** Residents answer. */
    OPEN,
    /** Nobody can answer any more; what was answered is shown. */
    CLOSED,
    /** The neighbourhood has picked its priorities. */
    DECIDED;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RoundState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
