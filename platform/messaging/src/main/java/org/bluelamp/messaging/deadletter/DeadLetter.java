package org.bluelamp.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that this service could not handle.
 *
 * @param id the number staff use to speak of it
 * @param queue the queue it failed in, and to which a replay returns it
 * @param type the event's type, when it has one
 * @param subject the aggregate's id, when it has one
 * @param source the service that announced it, when known
 * @param body the data as text
 * @param reason why it failed, in the words of the last error
 * @param stackTrace where it failed, for an engineer
 * @param failures how often it came to lie here
 * @param failedAt when it last did
 * @param state what was decided
 * @param settledAt when it was replayed or discarded
 * @param settlement the reason given for discarding it
 */
public record DeadLetter(
        long id,
        String queue,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String source,
        String body,
        String reason,
        String stackTrace,
        int failures,
        Instant failedAt,
        State state,
        @Nullable Instant settledAt,
        @Nullable String settlement) {

    /** What was decided about a dead letter. */
    public enum State {
        /** Nobody has decided yet. */
        WAITING,
        /** It was given back to its queue. */
        REPLAYED,
        /** It is not to be handled, for a reason. */
        DISCARDED
    }
}
