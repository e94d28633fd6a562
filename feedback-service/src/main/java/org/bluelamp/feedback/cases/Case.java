package org.bluelamp.feedback.cases;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;

/**
 * What a resident told the police and is owed an answer to, in one state of its life. Each state is a type that has only
 * the transitions that are allowed in it:
 *
 * <pre>
 * Received ── answer ──→ Answered ── close ──→ Closed
 *    ↺ handOver           │  ↺ answer            │
 *    │                  ask again            ask again
 *    │                    ↓                      │
 *    │                 Reopened ←────────────────┘
 *    │                    ↺ handOver, answer ──→ Answered
 *    └──────── close ─────┴────────────────────→ Closed
 * </pre>
 *
 * <p>Every transition raises the version by one; a repository accepts a change only onto the version before it.
 */
public sealed interface Case permits Waiting, Answered, Closed {

    /** Within which time an answer is promised: hours by the clock, nights and weekends among them. */
    Duration PROMISE = Duration.ofHours(72);

    /** What stays through all states. */
    Matter matter();

    /** When the promise was made that counts, or counted last. */
    Instant askedAt();

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
        return askedAt().plus(PROMISE);
    }

    /** The state as a word, for tables and filters. */
    default CaseState state() {
        return switch (this) {
            case Received _ -> CaseState.RECEIVED;
            case Reopened _ -> CaseState.REOPENED;
            case Answered _ -> CaseState.ANSWERED;
            case Closed _ -> CaseState.CLOSED;
        };
    }
}
