package org.bluelamp.feedback.concern;

import java.util.Locale;

/** Where a concern stands. */
public enum State {
    /** Nobody has said yet that they have read it. */
    NEW,
    /** A member of the team has read it: they answered it, or wrote down what they make of it. */
    NOTED;

    /** The word in addresses, the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
