package org.bluelamp.feedback.cases;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.service.area.AreaCode;

/** A case whose sender waits for an answer. */
public sealed interface Waiting extends Case permits Received, Reopened {

    /** How long before an answer is due whoever holds the case is reminded. */
    Duration REMINDER = Duration.ofHours(24);

    /** Whether the promise is broken at that moment. */
    default boolean overdueAt(Instant moment) {
        return moment.isAfter(dueAt());
    }

    /** Whether the answer is due within a day of that moment, and not late yet. */
    default boolean soonAt(Instant moment) {
        return !overdueAt(moment) && !moment.isBefore(dueAt().minus(REMINDER));
    }

    /** The sender has an answer. */
    Answered answer(Instant at);

    /**
     * Another neighbourhood's team answers, by the same time.
     *
     * @throws IllegalArgumentException when it is the same neighbourhood
     */
    Waiting handOver(AreaCode to);

    /** As it is, with something about it changed that is no change of state. */
    Waiting with(Matter changed);

    /**
     * Answered for another case as well: by the earlier of the two times, by a supervisor where one of the two senders asked
     * for one, and read at once where one speaks of danger.
     */
    Waiting answeringFor(Waiting other);

    /**
     * Ended.
     *
     * @throws IllegalArgumentException when the reason speaks of an answer that nobody has given
     */
    Closed close(Closing reason, Instant at);
}
