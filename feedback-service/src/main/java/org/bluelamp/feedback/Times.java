package org.bluelamp.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and days in words, as people in England say them, in local time. */
public final class Times {

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' h:mma", Locale.UK).withZone(UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Times() {}

    /** For example "22 November 2026 at 7:42pm". */
    public static String words(Instant moment) {
        return MOMENT.format(moment);
    }

    /** For example "22 November 2026". */
    public static String words(LocalDate day) {
        return DAY.format(day);
    }

    /** The day on which a moment falls. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, UK);
    }
}
