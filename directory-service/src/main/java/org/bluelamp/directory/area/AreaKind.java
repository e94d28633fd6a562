package org.bluelamp.directory.area;

import java.util.Locale;
import org.bluelamp.service.area.AreaCode;

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

    /** As it stands in the database, in events and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
