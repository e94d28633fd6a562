package org.bluelamp.feedback.priority;

import java.time.LocalDate;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a neighbourhood's team has undertaken to work on, in one state of its life. Each state is a type that has only
 * the transitions that are allowed in it, so reviewing what has ended does not compile:
 *
 * <pre>
 * set → Open ──── review ───→ Continued ↺ review
 *         └─── replace ───→ Replaced ←──┤
 *         └─── complete ──→ Completed ←─┤
 *         └─── withdraw ──→ Withdrawn ←─┘
 * </pre>
 *
 * <p>Every transition raises the version by one; a repository accepts a change only onto the version before it.
 */
public sealed interface Priority permits Current, Ended {

    /** For how many months after it was set or reviewed a priority is fresh: the Neighbourhood Policing Guarantee. */
    int FRESH_MONTHS = 3;

    /** How many days before it is stale its sergeant is told. */
    int WARNING_DAYS = 21;

    /** What stays through all states. */
    Undertaking undertaking();

    /** The last review; null before the first. */
    @Nullable
    Review review();

    /** Rises by one with every change; 1 when set. */
    long version();

    /** The id, the same in every state. */
    default PriorityId id() {
        return undertaking().id();
    }

    /** The neighbourhood. */
    default AreaCode area() {
        return undertaking().area();
    }

    /** What it is about. */
    default Aim aim() {
        return undertaking().aim();
    }

    /** The day it was set or last reviewed. */
    default LocalDate reviewedOn() {
        Review last = review();
        return last == null ? undertaking().setOn() : last.on();
    }

    /** The state as a word, for tables and tags. */
    default PriorityStatus status() {
        return switch (this) {
            case Open _ -> PriorityStatus.OPEN;
            case Continued _ -> PriorityStatus.CONTINUED;
            case Replaced _ -> PriorityStatus.REPLACED;
            case Completed _ -> PriorityStatus.COMPLETED;
            case Withdrawn _ -> PriorityStatus.WITHDRAWN;
        };
    }
}
