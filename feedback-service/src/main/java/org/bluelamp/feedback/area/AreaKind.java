package org.bluelamp.feedback.area;

import java.util.Locale;

/** What an area is. */
public enum AreaKind {
    /** The whole force. */
    FORCE,
    /** A district of the force. */
    DISTRICT,
    /** A neighbourhood of a district: what a concern is about. */
    NEIGHBOURHOOD;

    /** @throws IllegalArgumentException when there is no such kind */
    static AreaKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
