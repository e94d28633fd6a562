package org.bluelamp.feedback.insight;

import org.jspecify.annotations.Nullable;

/**
 * How what was owed an answer got one.
 *
 * @param inTime answers of the period within 72 hours
 * @param late answers of the period after that
 * @param owed answers of the period, and what was overdue at its end and waits still: as the list of cases counts
 * @param medianHours within how many hours half of them came, begun ones counted; null when there were none
 * @param open what waits now
 * @param overdue what of it waits for longer than 72 hours
 */
public record Answers(
        int inTime, int late, int owed, @Nullable Integer medianHours, int open, int overdue) {

    /** How many in a hundred of those owed came within 72 hours; 0 when none were. Only all of them are a hundred. */
    public int share() {
        return owed == 0 ? 0 : (int) (100L * inTime / owed);
    }
}
