package org.bluelamp.alerts.alert;

import java.time.Clock;

/** An alert that waits for a second person, who sends it or gives it back. */
public record AwaitingApproval(
        AlertId id,
        AlertReference reference,
        Content content,
        Provenance provenance,
        Submission submission,
        long version)
        implements Unsent {

    /** The same alert with other words; whoever wrote them cannot approve them. */
    AwaitingApproval rewrite(Content newContent, Person by, Clock clock) {
        return new AwaitingApproval(
                id, reference, newContent, provenance.changedBy(by, clock), submission, version + 1);
    }

    /** The alert, back with who wrote it. */
    Draft sendBack() {
        return new Draft(id, reference, content, provenance, version + 1);
    }

    /**
     * The alert, sent.
     *
     * @throws ApprovalNeededException when the person wrote or changed it
     */
    Issued issue(Person by, Clock clock) {
        if (!mayBeApprovedBy(by.id())) {
            throw new ApprovalNeededException(
                    "You wrote or changed this alert, so someone else has to check and send it");
        }
        return Draft.issued(this, by, clock);
    }

    /** Whether the person is somebody else than all who wrote or changed it. */
    public boolean mayBeApprovedBy(String person) {
        return !provenance.isOf(person);
    }
}
