package org.bluelamp.webhook;

import java.util.Arrays;
import java.util.Locale;

/** Where a call stands. */
public enum CallState {
    /** It is still to be made, or made again. */
    WAITING,
    /** The tool took it. */
    SENT,
    /** Something newer of the same thing is told instead. */
    OVERTAKEN,
    /** It was tried for days, or the tool refused it for good. */
    GIVEN_UP;

    /** As tables have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CallState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
