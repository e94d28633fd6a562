package org.bluelamp.alerts.invitation;

import java.util.List;
import java.util.UUID;
import org.bluelamp.messaging.OutgoingEvent;

/**
 * The data of {@code alerts.voices.admitted}: codes that were sent for a round, by their hashes, in the order of these.
 *
 * @param round the round
 * @param hashes SHA-256 of round and code, as hexadecimal digits
 */
record VoicesAdmitted(UUID round, List<String> hashes) {

    static final String TYPE = "alerts.voices.admitted";

    /** The most hashes of one event. */
    static final int AT_ONCE = 1_000;

    /** A batch is told once and never changes. */
    static OutgoingEvent of(UUID round, List<String> hashes) {
        return new OutgoingEvent(TYPE, UUID.randomUUID().toString(), 1, new VoicesAdmitted(round, hashes));
    }
}
