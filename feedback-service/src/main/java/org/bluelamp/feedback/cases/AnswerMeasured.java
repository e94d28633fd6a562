package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code feedback.answer.measured}: how a neighbourhood's team keeps its promise to answer within 72 hours.
 *
 * @param area the neighbourhood
 * @param measuredAt when it was counted
 * @param days over how many days before that
 * @param received how many contacts arrived
 * @param answeredInTime how many promises were kept
 * @param answeredLate how many answers came too late
 * @param waiting how many wait for an answer now
 * @param overdue how many of those are late
 * @param medianHours the time in hours within which half of the answers came; null when there was none
 */
record AnswerMeasured(
        String area,
        Instant measuredAt,
        long days,
        int received,
        int answeredInTime,
        int answeredLate,
        int waiting,
        int overdue,
        @Nullable Integer medianHours) {

    static final String TYPE = "feedback.answer.measured";

    OutgoingEvent event(long version) {
        return new OutgoingEvent(TYPE, area, version, this);
    }
}
