package org.bluelamp.directory.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.meeting.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * One date of a meeting as programs see it.
 *
 * @param id of the meeting; all dates of a series share it
 * @param date the day in Europe/London on which it begins
 * @param description HTML that is safe to show
 * @param recurrence RRULE (RFC 5545) of the series, counted from its first date
 * @param path address of the meeting's page on the public site
 * @param calendar address of the meeting as an iCalendar file
 */
record MeetingEntry(
        UUID id,
        String area,
        String title,
        @Nullable String description,
        String kind,
        @Nullable String place,
        LocalDate date,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String recurrence,
        Map<String, String> contact,
        @Nullable UUID host,
        boolean cancelled,
        @Nullable String reason,
        String path,
        String calendar,
        long version,
        Instant changedAt) {

    static MeetingEntry of(Occurrence date) {
        Recurrence recurrence = date.meeting().schedule().recurrence();
        return new MeetingEntry(
                date.meeting().id(),
                date.meeting().area().value(),
                date.meeting().title(),
                date.meeting().description(),
                date.meeting().kind(),
                date.meeting().place(),
                date.date(),
                date.startsAt(),
                date.endsAt(),
                recurrence == null ? null : recurrence.rule(),
                date.meeting().contact(),
                date.meeting().host(),
                date.cancelled(),
                date.reason(),
                date.meeting().path(),
                date.meeting().path() + ".ics",
                date.meeting().version(),
                date.meeting().changedAt());
    }
}
