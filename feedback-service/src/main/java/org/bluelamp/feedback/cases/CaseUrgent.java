package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.messaging.OutgoingEvent;

/**
 * The data of {@code feedback.case.urgent}: that a case speaks of danger and a person must read it at once. Nothing of it is
 * about the resident or what was written.
 *
 * @param reference how to speak of the case
 * @param area the neighbourhood whose team answers
 * @param kind what it came as
 * @param at since when it speaks of danger and nobody has looked at it
 */
record CaseUrgent(String reference, String area, String kind, Instant at) {

    /** What it is announced as. */
    static final String TYPE = "feedback.case.urgent";

    OutgoingEvent event(long version) {
        return new OutgoingEvent(TYPE, reference, version, this);
    }
}
