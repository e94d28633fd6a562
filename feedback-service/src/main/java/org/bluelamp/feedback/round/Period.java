package org.bluelamp.feedback.round;

import java.time.LocalDate;

/**
 * The days of a round, in the United Kingdom.
 *
 * @param first the day on which it opens, at midnight
 * @param last the last day on which residents can answer
 */
public record Period(LocalDate first, LocalDate last) {

    /** The most days: what is asked for longer is not answered by the people of one time. */
    public static final int LONGEST = 92;

    /** @throws IllegalArgumentException when it ends before it begins, or is too long */
    public Period {
        if (last.isBefore(first) || first.plusDays(LONGEST).isBefore(last)) {
            throw new IllegalArgumentException("A round takes 1 to " + LONGEST + " days");
        }
    }

    /** Whether the two share a day. */
    public boolean meets(Period other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }
}
