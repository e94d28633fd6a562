package org.bluelamp.alerts.priority;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/** What this service needs of {@code feedback.priority.changed}. */
record PriorityChanged(
        String id,
        String area,
        String issue,
        @Nullable String action,
        String status,
        LocalDate setOn,
        @Nullable LocalDate actionOn,
        LocalDate reviewedOn,
        @Nullable String progress,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable String outcome,
        int evidence,
        @Nullable Boolean withdrawn) {

    /**
     * When it was last changed, as far as its days tell: now for a change of today, else the midday of its latest day, so
     * that nobody takes priorities of last year for news when all are announced anew.
     */
    Instant latest(Clock clock) {
        var day = Stream.of(setOn, actionOn, reviewedOn, endedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(setOn);
        return day.isBefore(LondonTime.date(clock.instant()))
                ? day.atTime(LocalTime.NOON).atZone(LondonTime.ZONE).toInstant()
                : clock.instant();
    }
}
