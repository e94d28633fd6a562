package org.bluelamp.alerts.alert;

import java.util.Locale;

/** The states of an {@link Alert} as words; the types hold the rules. */
public enum AlertState {
    DRAFT("Draft"),
    AWAITING_APPROVAL("Waits for approval"),
    ISSUED("Live"),
    CANCELLED("Called back"),
    EXPIRED("Over");

    private final String label;

    AlertState(String label) {
        this.label = label;
    }

    /** The word in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for people. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when no state has the code */
    public static AlertState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
