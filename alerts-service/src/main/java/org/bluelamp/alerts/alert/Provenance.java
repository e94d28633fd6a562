package org.bluelamp.alerts.alert;

import java.time.Clock;
import java.time.Instant;

/**
 * Who wrote an alert and who changed it last.
 *
 * @param writer who began it
 * @param changedBy who changed its words last; the writer at first
 */
public record Provenance(Person writer, Instant writtenAt, Person changedBy, Instant changedAt) {

    static Provenance writtenBy(Person writer, Clock clock) {
        var now = clock.instant();
        return new Provenance(writer, now, writer, now);
    }

    Provenance changedBy(Person by, Clock clock) {
        return new Provenance(writer, writtenAt, by, clock.instant());
    }

    /** Whether the words are this person's, who then cannot be the second to read them. */
    public boolean isOf(String person) {
        return writer.id().equals(person) || changedBy.id().equals(person);
    }
}
