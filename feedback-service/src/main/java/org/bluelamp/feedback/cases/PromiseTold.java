package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.messaging.OutgoingEvent;

/**
 * The data of {@code feedback.case.reminded} and {@code feedback.case.escalated}: that a promise to answer must be seen to.
 * Nothing of it is about the resident or what was written.
 *
 * @param reference how to speak of the case
 * @param area the neighbourhood whose team answers
 * @param kind what it came as
 * @param dueAt until when an answer is promised
 */
record PromiseTold(String reference, String area, String kind, Instant dueAt) {

    /** An answer is due soon. */
    static final String REMINDED = "feedback.case.reminded";

    /** The promise is broken. */
    static final String ESCALATED = "feedback.case.escalated";

    OutgoingEvent event(String type, long version) {
        return new OutgoingEvent(type, reference, version, this);
    }
}
