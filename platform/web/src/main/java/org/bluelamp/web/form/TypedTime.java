package org.bluelamp.web.form;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people type it: 10:00, 9.30, 1430, 7pm, 10:15 am, midday. */
public final class TypedTime {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2}))?(am|pm)?");

    private TypedTime() {}

    /** The time; empty when it is none. */
    public static Optional<LocalTime> read(String typed) {
        String plain = typed.toLowerCase(Locale.UK).replaceAll("\\s", "");
        if (plain.equals("midday") || plain.equals("noon")) {
            return Optional.of(LocalTime.NOON);
        }
        Matcher shape = SHAPE.matcher(plain);
        if (!shape.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(shape.group(1));
        int minute = shape.group(2) == null ? 0 : Integer.parseInt(shape.group(2));
        String half = shape.group(3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        } else if (shape.group(2) == null) {
            // "7" alone could be morning or evening.
            return Optional.empty();
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
