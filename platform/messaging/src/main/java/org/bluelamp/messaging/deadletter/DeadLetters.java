package org.bluelamp.messaging.deadletter;

import java.util.List;
import java.util.Optional;

/** The messages a service could not handle, and what a member of staff may do with them. */
public interface DeadLetters {

    /** One page of those in that state, the latest first. */
    List<DeadLetter> list(DeadLetter.State state, int offset, int limit);

    /** How many are in that state. */
    long count(DeadLetter.State state);

    /** The dead letter of that number. */
    Optional<DeadLetter> find(long id);

    /**
     * Gives it back to the queue it failed in, and to no other, and waits until the broker has it.
     *
     * @throws NotWaiting when there is none of that number that waits
     * @throws NotReplayed when the broker did not take it; it still waits
     */
    void replay(long id);

    /**
     * Decides that it is not to be handled.
     *
     * @param reason why, in the person's words
     * @throws NotWaiting when there is none of that number that waits
     */
    void discard(long id, String reason);

    /** The dead letter does not exist or was settled before. */
    final class NotWaiting extends RuntimeException {
        NotWaiting(long id) {
            super("No dead letter " + id + " waits");
        }
    }

    /** The broker did not take a dead letter back. */
    final class NotReplayed extends RuntimeException {
        NotReplayed(long id, String reason) {
            super("Dead letter " + id + " was not replayed: " + reason);
        }
    }
}
