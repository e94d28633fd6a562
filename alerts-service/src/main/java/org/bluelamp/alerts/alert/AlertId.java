package org.bluelamp.alerts.alert;

import java.util.UUID;

/** Names an alert for staff, from the first look at its empty form. Readers know it by its {@link AlertReference}. */
public record AlertId(UUID value) {

    /** A new one. */
    public static AlertId next() {
        return new AlertId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
