package org.bluelamp.feedback.priority;

import java.util.Locale;

/** The states of a {@link Priority} as words; the types hold the rules. */
public enum PriorityStatus {
    OPEN,
    CONTINUED,
    REPLACED,
    COMPLETED,
    WITHDRAWN;

    /** The word in tables, for example {@code open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
