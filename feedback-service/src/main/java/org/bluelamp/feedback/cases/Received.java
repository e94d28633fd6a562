package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.service.area.AreaCode;

/** A case that nobody has answered yet. */
public record Received(Matter matter, long version) implements Case {

    /** Whether the promise is broken at that moment. */
    public boolean overdueAt(Instant moment) {
        return moment.isAfter(dueAt());
    }

    /** The sender has an answer. */
    public Answered answer(Instant at) {
        return new Answered(matter.real(), at, version + 1);
    }

    /**
     * Another neighbourhood's team answers, by the same time.
     *
     * @throws IllegalArgumentException when it is the same neighbourhood
     */
    public Received handOver(AreaCode to) {
        if (to.equals(area())) {
            throw new IllegalArgumentException("The case is with that team already");
        }
        return new Received(matter.handedTo(to), version + 1);
    }

    /**
     * Ended without an answer on record.
     *
     * @throws IllegalArgumentException when the reason speaks of an answer
     */
    public Closed close(Closing reason, Instant at) {
        if (reason.afterAnswer()) {
            throw new IllegalArgumentException("Nobody has answered yet");
        }
        return new Closed(matter, null, reason, at, version + 1);
    }
}
