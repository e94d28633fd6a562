package org.bluelamp.directory.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Data of the event {@code directory.meeting.changed}.
 *
 * @param recurrence RRULE, for who wants to follow the series further than {@code next}
 * @param cancelledDates days in Europe/London on which it does not take place
 * @param next the next occurrences that take place, so that a consumer needs no calendar arithmetic
 * @param more whether others follow after those; they are announced again before the list runs out
 */
record MeetingChanged(
        UUID id,
        String area,
        String title,
        @Nullable String description,
        String kind,
        @Nullable String place,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String recurrence,
        Collection<LocalDate> cancelledDates,
        Map<String, String> contact,
        @Nullable UUID host,
        boolean cancelled,
        @Nullable String reason,
        String path,
        List<Time> next,
        boolean more) {

    static final String TYPE = "directory.meeting.changed";

    /** How many occurrences an event lists: half a year of weekly meetings, two years of monthly ones. */
    static final int LISTED = 26;

    record Time(Instant startsAt, @Nullable Instant endsAt) {}

    static MeetingChanged of(Meeting meeting, Instant now) {
        List<Time> coming = meeting.occurrences(now)
                .filter(occurrence -> !occurrence.cancelled())
                .limit(meeting.cancelled() ? 0 : LISTED + 1)
                .map(occurrence -> new Time(occurrence.startsAt(), occurrence.endsAt()))
                .toList();
        Schedule schedule = meeting.schedule();
        return new MeetingChanged(
                meeting.id(),
                meeting.area().value(),
                meeting.title(),
                meeting.description(),
                meeting.kind(),
                meeting.place(),
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.recurrence() == null ? null : schedule.recurrence().rule(),
                meeting.cancelledDates().keySet(),
                meeting.contact(),
                meeting.host(),
                meeting.cancelled(),
                meeting.reason(),
                meeting.path(),
                coming.subList(0, Math.min(LISTED, coming.size())),
                coming.size() > LISTED);
    }

    /** The start of the last occurrence listed; null when none follows it. */
    @Nullable
    Instant until() {
        return more ? next.getLast().startsAt() : null;
    }

    OutgoingEvent event(long version) {
        return new OutgoingEvent(TYPE, id.toString(), version, this);
    }
}
