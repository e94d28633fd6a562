package org.bluelamp.directory.meeting;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/** Days and times of meetings as people say them, by the clock here. */
public final class MeetingTimes {

    private MeetingTimes() {}

    /** For example "Tuesday 4 May 2027". */
    public static String day(Instant instant) {
        return LondonTime.weekday(instant);
    }

    /** For example "10am to 11:30am", "7pm", or "6pm to 2pm on Sunday 9 May 2027". */
    public static String hours(Instant startsAt, @Nullable Instant endsAt) {
        ZonedDateTime start = startsAt.atZone(Schedule.ZONE);
        if (endsAt == null) {
            return LondonTime.clock(start.toLocalTime());
        }
        ZonedDateTime end = endsAt.atZone(Schedule.ZONE);
        String until = LondonTime.clock(start.toLocalTime()) + " to " + LondonTime.clock(end.toLocalTime());
        return end.toLocalDate().equals(start.toLocalDate()) ? until : until + " on " + day(endsAt);
    }

    /** For example "Tuesday 4 May 2027, 10am to 11:30am". */
    public static String whole(Instant startsAt, @Nullable Instant endsAt) {
        return day(startsAt) + ", " + hours(startsAt, endsAt);
    }

    /** For the {@code datetime} attribute. */
    public static String machine(Instant instant) {
        return LondonTime.machine(instant);
    }
}
