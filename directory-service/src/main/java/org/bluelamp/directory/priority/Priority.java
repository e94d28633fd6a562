package org.bluelamp.directory.priority;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a neighbourhood's team has undertaken to work on, as feedback-service last told us. Texts are plain.
 *
 * @param id the same in every service
 * @param issue what is wrong, on one line
 * @param action what the team does about it; null while that is not decided
 * @param setOn the day it was set
 * @param actionOn the day the action was last decided; null without an action
 * @param reviewedOn the day it was set or last reviewed
 */
public record Priority(
        UUID id,
        String issue,
        @Nullable String action,
        LocalDate setOn,
        @Nullable LocalDate actionOn,
        LocalDate reviewedOn) {

    /** How long a priority is fresh, as the Neighbourhood Policing Guarantee asks. */
    private static final int FRESH_MONTHS = 3;

    /** Whether it was set or reviewed less than three months before that day. */
    public boolean freshOn(LocalDate day) {
        return day.isBefore(reviewedOn.plusMonths(FRESH_MONTHS));
    }

    /** Whether it was looked at again since it was set. */
    public boolean reviewed() {
        return reviewedOn.isAfter(setOn);
    }
}
