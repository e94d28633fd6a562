package org.bluelamp.alerts.scheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a watch scheme is about. */
public enum SchemeKind {
    NEIGHBOURHOOD("Neighbourhood watch"),
    BUSINESS("Business watch"),
    RURAL("Rural watch"),
    DOG("Dog walkers"),
    PUB("Pub watch"),
    SCHOOL("School watch"),
    FARM("Farm watch"),
    SHOP("Shop watch");

    private final String label;

    SchemeKind(String label) {
        this.label = label;
    }

    /** The name in forms and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The kind of a code, if there is one. */
    public static Optional<SchemeKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
