package org.bluelamp.alerts.scheme;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that was mailed to a coordinator.
 *
 * @param scheme to whose members it lets them write
 * @param subscriber the coordinator
 * @param good until when it works; that it was used already ends it too
 */
public record WritingLink(UUID id, UUID scheme, UUID subscriber, Instant good, boolean used) {

    /** Whether it still works. */
    public boolean isGood(Instant now) {
        return !used && now.isBefore(good);
    }
}
