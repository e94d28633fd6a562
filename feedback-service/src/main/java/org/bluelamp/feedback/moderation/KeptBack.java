package org.bluelamp.feedback.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a concern is not shown to everybody. */
public enum KeptBack {
    NAMES_SOMEBODY("It says who somebody is, and means nothing without that"),
    ACCUSATION("It accuses somebody who can be recognised"),
    THREAT("It threatens, or somebody is in danger"),
    NOT_LOCAL("It is not about this neighbourhood"),
    OTHER("Something else, which the note says");

    private final String label;

    KeptBack(String label) {
        this.label = label;
    }

    /** What staff choose. */
    public String label() {
        return label;
    }

    /** The word in forms and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this word. */
    public static Optional<KeptBack> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
