package org.bluelamp.directory.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a meeting says, as the history keeps it: everything that a change can change. */
record MeetingState(
        String title,
        @Nullable String description,
        String kind,
        @Nullable String place,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String recurrence,
        Map<String, String> contact,
        @Nullable UUID host,
        SortedMap<LocalDate, String> cancelledDates,
        boolean cancelled,
        @Nullable String reason,
        String source) {

    static MeetingState of(Meeting meeting) {
        Schedule schedule = meeting.schedule();
        return new MeetingState(
                meeting.title(),
                meeting.description(),
                meeting.kind(),
                meeting.place(),
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.recurrence() == null ? null : schedule.recurrence().rule(),
                meeting.contact(),
                meeting.host(),
                new TreeMap<>(meeting.cancelledDates()),
                meeting.cancelled(),
                meeting.reason(),
                meeting.source());
    }

    MeetingDescription described() {
        return new MeetingDescription(
                title,
                description,
                kind,
                place,
                new Schedule(startsAt, endsAt, recurrence == null ? null : Recurrence.parse(recurrence)),
                contact,
                host);
    }
}
