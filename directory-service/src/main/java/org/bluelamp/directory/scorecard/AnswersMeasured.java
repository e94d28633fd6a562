package org.bluelamp.directory.scorecard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code feedback.answer.measured}: how a neighbourhood's team keeps its promise to answer within 72 hours.
 *
 * @param area code of the neighbourhood
 * @param measuredAt when it was counted
 * @param days over how many days before that the next three figures and the median are counted
 * @param received how many contacts arrived
 * @param answeredInTime how many promises were kept
 * @param answeredLate how many answers came too late
 * @param waiting how many wait for an answer at that moment
 * @param overdue how many of those are late
 * @param medianHours within how many hours half of the answers came; null when there was none
 */
public record AnswersMeasured(
        String area,
        Instant measuredAt,
        int days,
        int received,
        int answeredInTime,
        int answeredLate,
        int waiting,
        int overdue,
        @Nullable Integer medianHours) {

    static final String TYPE = "feedback.answer.measured";
}
