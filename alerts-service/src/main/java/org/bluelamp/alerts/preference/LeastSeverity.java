package org.bluelamp.alerts.preference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How severe an alert has to be to be told to a subscriber. The names are those of CAP 1.2, severity, from the least
 * down; an alert whose severity is unknown counts as minor.
 */
public enum LeastSeverity {
    MINOR("All alerts"),
    MODERATE("Only when life or property may be at risk"),
    SEVERE("Only when life or property is at serious risk"),
    EXTREME("Only when many lives are in danger");

    private final String label;
    private final String code = name().toLowerCase(Locale.ROOT);

    LeastSeverity(String label) {
        this.label = label;
    }

    /** The name in forms, in the API and in tables, for example {@code severe}. */
    public String code() {
        return code;
    }

    /** What people choose. */
    public String label() {
        return label;
    }

    /** The severity of a code, if there is one. */
    public static Optional<LeastSeverity> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
