package org.bluelamp.feedback.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a neighbourhood makes of a priority when it decides. */
public enum Pick {
    /** It is set. */
    NEW("New"),
    /** The team goes on with it. */
    CONTINUED("Continued"),
    /** Its work is done. */
    COMPLETED("Completed"),
    /** It is given up for something else, with a reason. */
    REPLACED("Replaced");

    private final String label;

    Pick(String label) {
        this.label = label;
    }

    /** In a word for everybody. */
    public String label() {
        return label;
    }

    /** The word in forms and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this word means. */
    public static Optional<Pick> of(String word) {
        return Arrays.stream(values()).filter(pick -> pick.word().equals(word)).findFirst();
    }
}
