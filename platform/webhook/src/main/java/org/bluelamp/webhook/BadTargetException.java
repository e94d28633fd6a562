package org.bluelamp.webhook;

/** An address that no tool can have; the message says why, for who typed it. */
public class BadTargetException extends RuntimeException {

    BadTargetException(String reason) {
        super(reason);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
