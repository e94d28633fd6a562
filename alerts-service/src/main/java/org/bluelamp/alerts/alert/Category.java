package org.bluelamp.alerts.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of event an alert is about (CAP 1.2, category). */
public enum Category {
    SAFETY("Safety", "Public safety"),
    SECURITY("Security", "Crime and security"),
    RESCUE("Rescue", "Missing people and rescue"),
    FIRE("Fire", "Fire"),
    TRANSPORT("Transport", "Roads and transport"),
    INFRA("Infra", "Power, water and other utilities"),
    HEALTH("Health", "Health"),
    MET("Met", "Weather"),
    ENV("Env", "Environment"),
    GEO("Geo", "Ground and landslides"),
    CBRNE("CBRNE", "Chemical, biological, radiological, nuclear or explosive threat"),
    OTHER("Other", "Something else");

    private final String cap;
    private final String label;

    Category(String cap, String label) {
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
    public static Optional<Category> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
