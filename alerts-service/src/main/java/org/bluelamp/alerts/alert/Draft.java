package org.bluelamp.alerts.alert;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An alert that is being written. */
public record Draft(AlertId id, AlertReference reference, Content content, Provenance provenance, long version)
        implements Unsent {

    /** A new alert. */
    static Draft write(AlertId id, AlertReference reference, Content content, Person by, Clock clock) {
        return new Draft(id, reference, content, Provenance.writtenBy(by, clock), 1);
    }

    /** The same alert with other words. */
    Draft rewrite(Content newContent, Person by, Clock clock) {
        return new Draft(id, reference, newContent, provenance.changedBy(by, clock), version + 1);
    }

    /** The alert, for somebody else to read, who is told how many it would reach. */
    AwaitingApproval submit(int reach, Person by, Clock clock) {
        return new AwaitingApproval(
                id, reference, content, provenance, new Submission(clock.instant(), by, reach), version + 1);
    }

    /** The alert, sent by one person. */
    Issued issue(Person by, Clock clock) {
        return issued(this, by, clock);
    }

    static Issued issued(Unsent alert, Person by, Clock clock) {
        var first = new Message(
                alert.reference().message(1),
                Message.Kind.ALERT,
                alert.content(),
                Optional.empty(),
                by,
                clock.instant());
        return new Issued(
                alert.id(),
                alert.reference(),
                alert.provenance(),
                new Messages(List.of(first)),
                Optional.empty(),
                alert.version() + 1);
    }
}
