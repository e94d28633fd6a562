package org.bluelamp.alerts.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure it is (CAP 1.2, certainty), the surest first. */
public enum Certainty {
    OBSERVED("Observed", "It has happened or is happening"),
    LIKELY("Likely", "Likely"),
    POSSIBLE("Possible", "Possible"),
    UNLIKELY("Unlikely", "Not likely"),
    UNKNOWN("Unknown", "Not known");

    private final String cap;
    private final String label;

    Certainty(String cap, String label) {
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
    public static Optional<Certainty> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
