package org.bluelamp.alerts.delivery;

import java.util.Locale;

/** The ways by which people are reached. */
public enum Way {
    MAIL("Email"),
    SMS("Text message"),
    PUSH("Notification");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }

    /** The word that is stored with a delivery. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a stored word. */
    public static Way of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
