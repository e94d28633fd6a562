package org.bluelamp.feedback.insight;

import org.jspecify.annotations.Nullable;

/**
 * How what was owed an answer got one.
 *
 * @param inTime answers of the period within 72 hours
 * @param late answers of the period after that
 * @param medianHours within how many hours half of them came, begun ones counted; null when there were none
 * @param open what waits now
 * @param overdue what of it waits for longer than 72 hours
 */
public record Answers(int inTime, int late, @Nullable Integer medianHours, int open, int overdue) {

    /** How many came in the period. */
    public int all() {
        return inTime + late;
    }

    /** How many in a hundred came within 72 hours; 0 when there were none. */
    public int share() {
        return all() == 0 ? 0 : Math.round(100f * inTime / all());
    }
}
