package org.bluelamp.directory.alert;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much life or property an alert says is threatened (CAP 1.2, severity), the most first. */
public enum Severity {
    EXTREME("Danger to life"),
    SEVERE("Serious danger"),
    MODERATE("Possible danger"),
    MINOR("Little danger"),
    UNKNOWN(null);

    private final @Nullable String words;

    Severity(@Nullable String words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException when there is no such severity */
    static Severity of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An alert has no severity " + code));
    }

    /** As contracts write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For readers; null when nobody said. */
    public @Nullable String words() {
        return words;
    }

    /** Whether everybody in the force's area should know, and not only whoever looks for it. */
    public boolean grave() {
        return this == EXTREME || this == SEVERE;
    }
}
