package org.bluelamp.feedback.round;

/** Somebody else changed the round, or it is in another state by now; nothing was saved. */
public class StaleRoundException extends RuntimeException {

    StaleRoundException(RoundId id) {
        super("The round " + id + " is not what it was");
    }
}
