package org.bluelamp.messaging;

/** A message that will never be understood, however often it is tried: it goes to the dead letters at once. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
