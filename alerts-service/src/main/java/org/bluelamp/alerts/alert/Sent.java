package org.bluelamp.alerts.alert;

/** An alert that went out, and what became of it. */
public sealed interface Sent extends Alert permits Issued, Cancelled, Expired {

    /** What was sent. */
    Messages messages();

    @Override
    default Content content() {
        return messages().latest().content();
    }
}
