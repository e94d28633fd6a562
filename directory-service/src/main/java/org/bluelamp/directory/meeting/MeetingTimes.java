package org.bluelamp.directory.meeting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times of meetings as people say them, by the clock here. */
public final class MeetingTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private MeetingTimes() {}

    /** For example "Tuesday 4 May 2027". */
    public static String day(Instant instant) {
        return DAY.format(instant.atZone(Schedule.ZONE));
    }

    /** For example "10am to 11:30am", "7pm", or "6pm to 2pm on Sunday 9 May 2027". */
    public static String hours(Instant startsAt, @Nullable Instant endsAt) {
        ZonedDateTime start = startsAt.atZone(Schedule.ZONE);
        if (endsAt == null) {
            return time(start.toLocalTime());
        }
        ZonedDateTime end = endsAt.atZone(Schedule.ZONE);
        String until = time(start.toLocalTime()) + " to " + time(end.toLocalTime());
        return end.toLocalDate().equals(start.toLocalDate()) ? until : until + " on " + DAY.format(end);
    }

    /** For example "Tuesday 4 May 2027, 10am to 11:30am". */
    public static String whole(Instant startsAt, @Nullable Instant endsAt) {
        return day(startsAt) + ", " + hours(startsAt, endsAt);
    }

    /** For the {@code datetime} attribute. */
    public static String machine(Instant instant) {
        return instant.atZone(Schedule.ZONE).toOffsetDateTime().toString();
    }

    private static String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }
}
