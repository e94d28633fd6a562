package org.bluelamp.alerts.alert;

import java.time.Instant;

/** An alert that went out, and what became of it. */
public sealed interface Sent extends Alert permits Issued, Cancelled, Expired {

    /** What was sent. */
    Messages messages();

    /** Whether it holds at a time. The end decides, whether it was noted already or not. */
    default boolean isLive(Instant now) {
        return this instanceof Issued && content().expires().isAfter(now);
    }

    @Override
    default Content content() {
        return messages().latest().content();
    }
}
