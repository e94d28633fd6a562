package org.bluelamp.alerts.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.bluelamp.web.page.LondonTime;

/**
 * A day on which letters go out.
 *
 * @param period the day in London
 * @param weeklySince the latest day for weekly letters up to this one
 * @param dueAt when they go out
 * @param notAfter when it is too late for them
 */
record LetterDay(LocalDate period, LocalDate weeklySince, Instant dueAt, Instant notAfter) {

    /** The day whose letters may be written at a moment; empty before the time of day, and when it is too late. */
    static Optional<LetterDay> at(Instant now, LetterSettings settings) {
        var today = LondonTime.date(now);
        // The same time on the wall before and after a change of clocks; it is never skipped or had twice by day.
        var dueAt = today.atTime(settings.at()).atZone(LondonTime.ZONE).toInstant();
        var day = new LetterDay(
                today,
                today.with(TemporalAdjusters.previousOrSame(settings.weeklyOn())),
                dueAt,
                dueAt.plus(settings.lateBy()));
        return now.isBefore(dueAt) || !now.isBefore(day.notAfter()) ? Optional.empty() : Optional.of(day);
    }
}
