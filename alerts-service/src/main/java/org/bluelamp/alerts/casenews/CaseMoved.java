package org.bluelamp.alerts.casenews;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What this service needs of {@code feedback.case.moved}.
 *
 * @param id names what happened; the same however often it is told
 * @param move the word for what happened
 * @param area the neighbourhood
 * @param at when
 * @param topics whom it concerns
 */
record CaseMoved(UUID id, String move, String area, Instant at, List<String> topics) {

    static final String TYPE = "feedback.case.moved";

    /** That an answer is late is old news as soon as there is any other. */
    static final String LATE = "late";

    CaseMoved {
        topics = List.copyOf(topics);
    }
}
