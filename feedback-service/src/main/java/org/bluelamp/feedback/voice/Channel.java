package org.bluelamp.feedback.voice;

import java.util.Locale;

/** By which way a voice came. */
public enum Channel {
    /** A code from an email of the alerts service. */
    MAIL("A code from an email"),
    /** A code from a card. */
    CARD("A code from a card"),
    /** No code. */
    OPEN("Without a code");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** In words for everybody. */
    public String label() {
        return label;
    }

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
