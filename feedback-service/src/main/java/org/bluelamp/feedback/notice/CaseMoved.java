package org.bluelamp.feedback.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bluelamp.messaging.OutgoingEvent;

/**
 * The data of {@code feedback.case.moved}: that something happened, for those who hold the links of these topics.
 *
 * @param id names what happened; the same however often it is told
 * @param move the word for what happened
 * @param area the neighbourhood
 * @param at when
 * @param topics whom it concerns, as {@link Notices#topic} names them, in their own order
 */
record CaseMoved(UUID id, String move, String area, Instant at, List<String> topics) {

    static final String TYPE = "feedback.case.moved";

    /** How many topics an event holds at most. */
    static final int AT_ONCE = 500;

    OutgoingEvent event() {
        return new OutgoingEvent(TYPE, id.toString(), 1, this);
    }
}
