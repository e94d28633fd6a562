package org.bluelamp.webhook;

import java.time.Instant;

/**
 * The body of a call, in the shape of Standard Webhooks 1.0, "Payload structure".
 *
 * @param timestamp when it happened
 * @param data the public state of the thing afterwards
 */
record Message(String type, Instant timestamp, Object data) {

    static final String TEST = "test";

    /** A try, with which nothing is to be done. */
    record Test(String message) {}

    static Message of(Telling.Told told) {
        return new Message(told.type(), told.at(), told.data());
    }

    static Message test(Instant now, String words) {
        return new Message(TEST, now, new Test(words));
    }
}
