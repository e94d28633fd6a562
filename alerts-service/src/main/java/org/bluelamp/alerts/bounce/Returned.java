package org.bluelamp.alerts.bounce;

import java.util.UUID;

/** What a message in the mailbox of bounces turned out to be. */
sealed interface Returned {

    /**
     * A mail server says what became of an email of ours (RFC 3464).
     *
     * @param delivery which one
     * @param status its enhanced status code (RFC 3463)
     */
    record Failure(UUID delivery, String status) implements Returned {

        /** Whether it can mean nothing but that this mailbox does not exist or is closed. */
        boolean isOfAddress() {
            return status.matches("5\\.1\\.([1236]|10)|5\\.2\\.1");
        }
    }

    /** A receiver told their provider that an email was not wanted (RFC 5965). */
    record Complaint(UUID delivery) implements Returned {}

    /** Nothing to be done: a report that is not of a failure for good, or an answer of a machine. */
    record Nothing() implements Returned {}

    /**
     * Something that somebody has to look at.
     *
     * @param why in words without anybody's address
     */
    record Unreadable(String why) implements Returned {}
}
