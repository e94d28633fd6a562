package org.bluelamp.service.area;

import java.util.Locale;

/** What an area is; its code's depth says so too. */
public enum AreaKind {
    /** A whole police force's area. */
    FORCE,
    /** A district or borough of it. */
    DISTRICT,
    /** Where one team works: the smallest area. */
    NEIGHBOURHOOD;

    /** The kind that an area of this code has. */
    public static AreaKind of(AreaCode code) {
        return values()[(int) code.value().chars().filter(c -> c == '/').count()];
    }

    /**
     * The kind of a {@link #word()}.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static AreaKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it stands in the database, in events and in APIs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
