package org.bluelamp.alerts.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon to act (CAP 1.2, urgency), the soonest first. */
public enum Urgency {
    IMMEDIATE("Immediate", "Now"),
    EXPECTED("Expected", "Soon, within the next hour"),
    FUTURE("Future", "Later"),
    PAST("Past", "Nothing to do any more"),
    UNKNOWN("Unknown", "Not known");

    private final String cap;
    private final String label;

    Urgency(String cap, String label) {
        this.cap = cap;
        this.label = label;
    }

    /** As CAP writes it. */
    public String cap() {
        return cap;
    }

    /** As events, tables and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The one of that code, if there is one. */
    public static Optional<Urgency> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
