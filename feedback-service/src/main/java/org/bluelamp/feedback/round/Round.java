package org.bluelamp.feedback.round;

import org.bluelamp.feedback.survey.Survey;
import org.bluelamp.service.area.AreaCode;

/**
 * A period in which the residents of a neighbourhood are asked, in one state of its life. Each state is a type that has
 * only the transitions that are allowed in it, so changing the questions while people answer them does not compile:
 *
 * <pre>
 * plan → Planned ↺ revise
 *           └── open ──→ Open ↺ until
 *                          └── close ──→ Closed ── decide ──→ Decided
 * </pre>
 *
 * <p>Every transition raises the version by one; a repository accepts a change only onto the version before it.
 */
public sealed interface Round permits Planned, Open, Closed, Decided {

    /** What it is about. */
    Plan plan();

    /** Rises by one with every change; 1 when planned. */
    long version();

    /** The id, the same in every state. */
    default RoundId id() {
        return plan().id();
    }

    /** The neighbourhood. */
    default AreaCode area() {
        return plan().area();
    }

    /** What is asked. */
    default Survey survey() {
        return plan().survey();
    }

    /** The state as a word, for tables and tags. */
    default RoundState state() {
        return switch (this) {
            case Planned _ -> RoundState.PLANNED;
            case Open _ -> RoundState.OPEN;
            case Closed _ -> RoundState.CLOSED;
            case Decided _ -> RoundState.DECIDED;
        };
    }
}
