package org.bluelamp.feedback.cases;

import org.jspecify.annotations.Nullable;

/**
 * How the sender of a message can be reached.
 *
 * @param mail a mail address; null when none is kept
 * @param telephone a telephone number; null when none is kept
 */
public record ContactDetails(
        @Nullable String mail, @Nullable String telephone) {

    /** Says nothing of them, so that they cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ContactDetails[not shown]";
    }
}
