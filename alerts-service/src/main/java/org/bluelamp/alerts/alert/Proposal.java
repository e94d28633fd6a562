package org.bluelamp.alerts.alert;

import java.time.Instant;

/** An update that was written and waits for a second person. */
public record Proposal(Content content, Person by, Instant at) {

    /** Whether the person is somebody else than who wrote it. */
    public boolean mayBeApprovedBy(String person) {
        return !by.id().equals(person);
    }
}
