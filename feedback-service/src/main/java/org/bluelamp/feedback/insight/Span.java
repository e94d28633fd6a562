package org.bluelamp.feedback.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days that are looked at together, by the clock on the wall in London.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Span(LocalDate from, LocalDate to) {

    /** The longest span that is shown, in days: a leap year. */
    public static final int LONGEST = 366;

    /** @throws IllegalArgumentException when it ends before it begins */
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("It ends before it begins");
        }
    }

    /** So many days up to this one. */
    public static Span upTo(LocalDate last, int days) {
        return new Span(last.minusDays(days - 1L), last);
    }

    /** How many days it has. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days right before. */
    public Span before() {
        return upTo(from.minusDays(1), days());
    }
}
