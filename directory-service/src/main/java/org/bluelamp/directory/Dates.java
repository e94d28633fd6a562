package org.bluelamp.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as pages write them, in the time of the United Kingdom. */
public final class Dates {

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private Dates() {}

    /** For example "3 May 2027". */
    public static String day(Instant instant) {
        return DAY.format(instant.atZone(UK));
    }

    /** For example "3 May 2027". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For example "3 May 2027 at 14:05". */
    public static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(UK));
    }

    /** For the {@code datetime} attribute. */
    public static String machine(Instant instant) {
        return instant.atZone(UK).toOffsetDateTime().toString();
    }
}
