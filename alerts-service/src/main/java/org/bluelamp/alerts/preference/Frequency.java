package org.bluelamp.alerts.preference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a subscriber wants to hear of an area. Alerts about something happening now come at once in any case. */
public enum Frequency {
    AT_ONCE("As soon as there is news", "at once"),
    DAILY("Once a day, in the morning", "once a day"),
    WEEKLY("Once a week, in one letter", "once a week");

    private final String label;
    private final String inSentence;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Frequency(String label, String inSentence) {
        this.label = label;
        this.inSentence = inSentence;
    }

    /** The name in forms, in the API and in tables, for example {@code at-once}. */
    public String code() {
        return code;
    }

    /** What people choose. */
    public String label() {
        return label;
    }

    /** For example "once a day". */
    public String inSentence() {
        return inSentence;
    }

    /** The frequency of a code, if there is one. */
    public static Optional<Frequency> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
