package org.bluelamp.news.reading.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as residents read them: in British English, by the clock on their wall. */
public final class Dates {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.UK);

    private Dates() {}

    /** For example {@code 2 November 2026}. */
    public static String day(Instant time) {
        return DAY.format(time.atZone(HERE));
    }

    /** For example {@code Monday 2 November 2026}. */
    public static String weekday(Instant time) {
        return WEEKDAY.format(time.atZone(HERE));
    }

    /** For example {@code 2 November 2026 at 9:05}. */
    public static String minute(Instant time) {
        return day(time) + " at " + TIME.format(time.atZone(HERE));
    }
}
