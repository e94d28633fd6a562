package org.bluelamp.alerts.alert;

/** An alert that was called back before its time. Its words are not told again: they may name a person. */
public record Cancelled(AlertId id, AlertReference reference, Provenance provenance, Messages messages, long version)
        implements Sent {

    /** Why, for readers. */
    public String reason() {
        return messages.latest().reason().orElseThrow();
    }
}
