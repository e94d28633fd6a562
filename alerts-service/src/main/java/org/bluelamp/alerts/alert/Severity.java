package org.bluelamp.alerts.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much life or property is threatened (CAP 1.2, severity), the most first. */
public enum Severity {
    EXTREME("Extreme", "Danger to life"),
    SEVERE("Severe", "Serious danger"),
    MODERATE("Moderate", "Possible danger"),
    MINOR("Minor", "Little danger"),
    UNKNOWN("Unknown", "Not known");

    private final String cap;
    private final String words;

    Severity(String cap, String words) {
        this.cap = cap;
        this.words = words;
    }

    /** As CAP writes it. */
    public String cap() {
        return cap;
    }

    /** As events, tables and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For officers, who choose it: with the word by which other programs know it. */
    public String label() {
        return this == UNKNOWN ? words : cap + ": " + words.toLowerCase(Locale.UK);
    }

    /** For residents. */
    public String words() {
        return words;
    }

    /** Whether it has to catch the eye. */
    public boolean isGrave() {
        return this == EXTREME || this == SEVERE;
    }

    /** The one of that code, if there is one. */
    public static Optional<Severity> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
