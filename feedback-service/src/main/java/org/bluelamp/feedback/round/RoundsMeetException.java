package org.bluelamp.feedback.round;

/** The neighbourhood has another round on one of these days; nothing was saved. */
public class RoundsMeetException extends RuntimeException {

    private final transient Period other;

    RoundsMeetException(Period other) {
        super("There is a round from " + other.first() + " to " + other.last());
        this.other = other;
    }

    /** The days of the other. */
    public Period other() {
        return other;
    }
}
