package org.bluelamp.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as pages write them: in British English, by the clock on the readers' wall, as the GOV.UK style guide has dates
 * and times.
 */
public final class LondonTime {

    /** The time that everything here is said in. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = formatter("d MMMM uuuu");
    private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMMM");
    private static final DateTimeFormatter WEEKDAY = formatter("EEEE d MMMM uuuu");
    private static final DateTimeFormatter WHOLE_HOUR = formatter("ha");
    private static final DateTimeFormatter HOUR_AND_MINUTE = formatter("h:mma");
    private static final DateTimeFormatter SECOND = formatter("d MMMM uuuu 'at' h:mm:ssa");

    private LondonTime() {}

    /** For example {@code 2 November 2026}. */
    public static String day(Instant time) {
        return DAY.format(time);
    }

    /** For example {@code 2 November 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For example {@code 2 November}. */
    public static String dayOfYear(LocalDate day) {
        return DAY_OF_YEAR.format(day);
    }

    /** The day on which a moment falls. */
    public static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** For example {@code Monday 2 November 2026}. */
    public static String weekday(Instant time) {
        return WEEKDAY.format(time);
    }

    /** For example {@code 2 November 2026 at 9:05am}, or {@code 2 November 2026 at midday}. */
    public static String minute(Instant time) {
        return DAY.format(time) + " at " + clock(LocalTime.ofInstant(time, ZONE));
    }

    /** What a clock shows, for example {@code 5:30pm}, {@code 10am}, {@code midday} or {@code midnight}. */
    public static String clock(LocalTime time) {
        LocalTime shown = time.truncatedTo(ChronoUnit.MINUTES);
        if (shown.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        if (shown.equals(LocalTime.NOON)) {
            return "midday";
        }
        return (shown.getMinute() == 0 ? WHOLE_HOUR : HOUR_AND_MINUTE).format(shown);
    }

    /** For operators, who compare with a log: {@code 2 November 2026 at 9:05:31am}. */
    public static String second(Instant time) {
        return SECOND.format(time);
    }

    /** For the {@code datetime} attribute, with the offset of the season. */
    public static String machine(Instant time) {
        return time.atZone(ZONE).toOffsetDateTime().toString();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZONE);
    }
}
