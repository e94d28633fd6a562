package org.bluelamp.directory.station.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.directory.station.OpeningHours.Span;
import org.jspecify.annotations.Nullable;

/** A day's opening hours as people type and read them: "9:00 to 12:30, 13:30 to 17:00", "9-5", "all day", "closed". */
public final class TypedHours {

    private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?";
    private static final Pattern SPAN = Pattern.compile(TIME + "\\s*(?:to|-|–|until)\\s*" + TIME);
    private static final int HOURS = 24;

    private TypedHours() {}

    /** Empty when the words cannot be understood; no times for "closed" and for nothing. */
    static Optional<List<Span>> read(String typed) {
        String plain = typed.strip().toLowerCase(Locale.UK);
        if (plain.isEmpty() || plain.equals("closed")) {
            return Optional.of(List.of());
        }
        if (plain.equals("all day") || plain.equals("24 hours")) {
            return Optional.of(List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        List<Span> spans = new ArrayList<>();
        for (String part : plain.split("\\s*(?:,|;| and )\\s*")) {
            Matcher span = SPAN.matcher(part);
            if (!span.matches()) {
                return Optional.empty();
            }
            try {
                LocalTime from = time(span.group(1), span.group(2), span.group(3));
                LocalTime to = time(span.group(4), span.group(5), span.group(6));
                spans.add(new Span(from, to));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
        return Optional.of(spans);
    }

    private static LocalTime time(String hour, @Nullable String minute, @Nullable String half) {
        int hours = Integer.parseInt(hour);
        if (half != null) {
            if (hours < 1 || hours > 12) {
                throw new DateTimeException("No such hour of half a day");
            }
            hours = hours % 12 + (half.equals("pm") ? 12 : 0);
        }
        return LocalTime.of(hours == HOURS ? 0 : hours, minute == null ? 0 : Integer.parseInt(minute));
    }

    /** For example "09:00 to 12:30, 13:30 to 17:00"; empty for a closed day. */
    public static String write(List<Span> spans) {
        return spans.stream()
                .map(span -> span.from().equals(LocalTime.MIDNIGHT) && span.to().equals(LocalTime.MIDNIGHT)
                        ? "all day"
                        : span.from() + " to " + (span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : span.to()))
                .collect(Collectors.joining(", "));
    }

    /** For example "Monday". */
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
