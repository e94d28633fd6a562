package org.bluelamp.feedback.cases;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;

/**
 * A message that is owed an answer, in one state of its life. Each state is a type that has only the transitions that
 * are allowed in it:
 *
 * <pre>
 * Received ── answer ──→ Answered ── close ──→ Closed
 *    ↺ handOver             ↺ answer             ↑
 *    └───────────── close ───────────────────────┘
 * </pre>
 *
 * <p>Every transition raises the version by one; a repository accepts a change only onto the version before it.
 */
public sealed interface Case permits Received, Answered, Closed {

    /** Within which time an answer is promised: hours by the clock, nights and weekends among them. */
    Duration PROMISE = Duration.ofHours(72);

    /** What stays through all states. */
    Matter matter();

    /** Rises by one with every change; 1 when received. */
    long version();

    /** How to speak of it. */
    default Reference reference() {
        return matter().reference();
    }

    /** The neighbourhood whose team answers. */
    default AreaCode area() {
        return matter().area();
    }

    /** Until when an answer is promised. Handing a case over does not move it. */
    default Instant dueAt() {
        return matter().receivedAt().plus(PROMISE);
    }

    /** The state as a word, for tables and filters. */
    default CaseState state() {
        return switch (this) {
            case Received _ -> CaseState.RECEIVED;
            case Answered _ -> CaseState.ANSWERED;
            case Closed _ -> CaseState.CLOSED;
        };
    }
}
