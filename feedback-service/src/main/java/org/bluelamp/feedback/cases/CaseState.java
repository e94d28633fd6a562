package org.bluelamp.feedback.cases;

import java.util.Locale;

/** The states of a {@link Case} as words; the types hold the rules. */
public enum CaseState {
    RECEIVED,
    REOPENED,
    ANSWERED,
    CLOSED;

    /** The word in addresses and tables, for example {@code received}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
