package org.bluelamp.feedback.voice;

import java.util.Arrays;
import java.util.Optional;

/** How old somebody is, as far as anybody asks. */
public enum AgeBand {
    /** Still at school, mostly. */
    UNDER_18("under-18", "Under 18"),
    /** From 18. */
    FROM_18("18-24", "18 to 24"),
    /** From 25. */
    FROM_25("25-34", "25 to 34"),
    /** From 35. */
    FROM_35("35-44", "35 to 44"),
    /** From 45. */
    FROM_45("45-54", "45 to 54"),
    /** From 55. */
    FROM_55("55-64", "55 to 64"),
    /** From 65. */
    FROM_65("65-74", "65 to 74"),
    /** From 75. */
    FROM_75("75-and-over", "75 and over");

    private final String code;
    private final String label;

    AgeBand(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word in forms and in the database. */
    public String code() {
        return code;
    }

    /** In words for everybody. */
    public String label() {
        return label;
    }

    /** The band with this code. */
    public static Optional<AgeBand> of(String code) {
        return Arrays.stream(values()).filter(band -> band.code.equals(code)).findFirst();
    }
}
