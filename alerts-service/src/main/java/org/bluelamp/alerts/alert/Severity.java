package org.bluelamp.alerts.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much life or property is threatened (CAP 1.2, severity), the most first. */
public enum Severity {
    EXTREME("Extreme", "Extreme: danger to life"),
    SEVERE("Severe", "Severe: serious danger"),
    MODERATE("Moderate", "Moderate: possible danger"),
    MINOR("Minor", "Minor: little danger"),
    UNKNOWN("Unknown", "Not known");

    private final String cap;
    private final String label;

    Severity(String cap, String label) {
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
    public static Optional<Severity> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
