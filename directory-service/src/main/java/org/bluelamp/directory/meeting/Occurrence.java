package org.bluelamp.directory.meeting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One date of a meeting.
 *
 * @param date the day here on which it begins
 * @param endsAt null when nobody said
 * @param overAt when it is over, known or guessed
 * @param cancelled whether it does not take place
 * @param reason why not; null when it does, or nobody said
 */
public record Occurrence(
        Meeting meeting,
        LocalDate date,
        Instant startsAt,
        @Nullable Instant endsAt,
        Instant overAt,
        boolean cancelled,
        @Nullable String reason) {}
