package org.bluelamp.alerts.alert;

import java.time.Clock;
import java.util.Optional;

/**
 * An alert that is live.
 *
 * @param proposal an update that waits for a second person
 */
public record Issued(
        AlertId id,
        AlertReference reference,
        Provenance provenance,
        Messages messages,
        Optional<Proposal> proposal,
        long version)
        implements Sent {

    /** The alert with other words, for those who got the words before. It stays with whom it was for. */
    Issued update(Content content, Person by, Clock clock) {
        requireSameTarget(content);
        return new Issued(
                id,
                reference,
                provenance,
                messages.and(reference, Message.Kind.UPDATE, content, Optional.empty(), by, clock.instant()),
                Optional.empty(),
                version + 1);
    }

    /** The alert as it is, with an update for somebody else to read. */
    Issued propose(Content content, Person by, Clock clock) {
        requireSameTarget(content);
        return new Issued(
                id,
                reference,
                provenance,
                messages,
                Optional.of(new Proposal(content, by, clock.instant())),
                version + 1);
    }

    /** The alert without the update that waited. */
    Issued drop() {
        return new Issued(id, reference, provenance, messages, Optional.empty(), version + 1);
    }

    /** The alert, called back. One person can do that at any time: what is wrong must not wait. */
    Cancelled cancel(String reason, Person by, Clock clock) {
        return new Cancelled(
                id,
                reference,
                provenance,
                messages.and(reference, Message.Kind.CANCEL, content(), Optional.of(reason), by, clock.instant()),
                version + 1);
    }

    /** The alert, whose time is over. */
    Expired expire(Clock clock) {
        return new Expired(id, reference, provenance, messages, clock.instant(), version + 1);
    }

    private void requireSameTarget(Content content) {
        if (!content.target().equals(content().target())) {
            throw new IllegalArgumentException("An update is for those who got the alert, and for nobody else");
        }
    }
}
