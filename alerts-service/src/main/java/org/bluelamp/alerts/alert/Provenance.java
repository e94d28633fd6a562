package org.bluelamp.alerts.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who wrote an alert, who changed it last, and who has had a hand in it at all.
 *
 * @param writer who began it
 * @param changedBy who changed its words last; the writer at first
 * @param authors the ids of all who wrote or changed it, those two among them
 */
public record Provenance(Person writer, Instant writtenAt, Person changedBy, Instant changedAt, Set<String> authors) {

    public Provenance {
        authors = Stream.concat(authors.stream(), Stream.of(writer.id(), changedBy.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Provenance writtenBy(Person writer, Clock clock) {
        var now = clock.instant();
        return new Provenance(writer, now, writer, now, Set.of());
    }

    Provenance changedBy(Person by, Clock clock) {
        return new Provenance(writer, writtenAt, by, clock.instant(), authors);
    }

    /** Whether words of this person may be in it, who then cannot be the second to read them. */
    public boolean isOf(String person) {
        return authors.contains(person);
    }
}
