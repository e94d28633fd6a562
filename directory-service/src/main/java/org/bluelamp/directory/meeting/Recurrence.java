package org.bluelamp.directory.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a meeting repeats, counted from its first date. It speaks of dates only; at which time of day is another matter,
 * so that a change of the clocks moves nothing. Written as the value of an RRULE (RFC 5545, section 3.3.10), of which it
 * knows the part that people who hold meetings use.
 */
public sealed interface Recurrence {

    /** Every so many weeks, on the weekday of the first date. */
    record Weekly(int every, Ending ending) implements Recurrence {

        /** @throws IllegalArgumentException when it is less than every week or more than once a year */
        public Weekly {
            if (every < 1 || every > 52) {
                throw new IllegalArgumentException("A meeting repeats every 1 to 52 weeks, not every " + every);
            }
        }

        @Override
        public boolean fits(LocalDate first) {
            return true;
        }

        @Override
        public LocalDate date(LocalDate first, int index) {
            return first.plusWeeks((long) every * index);
        }

        @Override
        public int indexFrom(LocalDate first, LocalDate earliest) {
            long days = ChronoUnit.DAYS.between(first, earliest);
            return days <= 0 ? 0 : (int) Math.ceilDiv(days, 7L * every);
        }

        @Override
        public String rule() {
            return "FREQ=WEEKLY" + (every == 1 ? "" : ";INTERVAL=" + every) + ending.rule();
        }

        @Override
        public String words(LocalDate first) {
            String day = first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
            return (every == 1 ? "Every " + day : "Every " + every + " weeks on " + day) + ending.words();
        }
    }

    /**
     * Every month on the same weekday of it.
     *
     * @param nth 1 to 4 for the first to the fourth such weekday of the month, {@link #LAST} for the last
     */
    record Monthly(int nth, DayOfWeek day, Ending ending) implements Recurrence {

        /** The last such weekday of the month. */
        public static final int LAST = -1;

        private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

        /** @throws IllegalArgumentException for a fifth weekday, which not every month has */
        public Monthly {
            if (nth != LAST && (nth < 1 || nth > 4)) {
                throw new IllegalArgumentException("Not every month has a weekday number " + nth);
            }
        }

        @Override
        public boolean fits(LocalDate first) {
            return in(YearMonth.from(first)).equals(first);
        }

        @Override
        public LocalDate date(LocalDate first, int index) {
            return in(YearMonth.from(first).plusMonths(index));
        }

        @Override
        public int indexFrom(LocalDate first, LocalDate earliest) {
            if (!earliest.isAfter(first)) {
                return 0;
            }
            int months = (int) ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(earliest));
            return date(first, months).isBefore(earliest) ? months + 1 : months;
        }

        @Override
        public String rule() {
            return "FREQ=MONTHLY;BYDAY=" + nth + day.name().substring(0, 2) + ending.rule();
        }

        @Override
        public String words(LocalDate first) {
            return "Every month on the " + (nth == LAST ? "last" : ORDINALS.get(nth - 1)) + " "
                    + day.getDisplayName(TextStyle.FULL, Locale.UK) + ending.words();
        }

        private LocalDate in(YearMonth month) {
            LocalDate any = month.atDay(1);
            return any.with(
                    nth == LAST ? TemporalAdjusters.lastInMonth(day) : TemporalAdjusters.dayOfWeekInMonth(nth, day));
        }
    }

    /** When it stops. */
    Ending ending();

    /** Whether such a series can begin on that date. */
    boolean fits(LocalDate first);

    /** The date of an occurrence, the first being number 0, whether or not the series has ended by then. */
    LocalDate date(LocalDate first, int index);

    /** The number of the first occurrence on that date or later. */
    int indexFrom(LocalDate first, LocalDate earliest);

    /** The value of the RRULE. */
    String rule();

    /** In words, for example "Every month on the first Tuesday, until 3 May 2027". */
    String words(LocalDate first);

    /**
     * Reads what {@link #rule()} writes.
     *
     * @throws IllegalArgumentException when the rule says something that is not known here
     */
    static Recurrence parse(String rule) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";")) {
            String[] pair = part.split("=", 2);
            if (pair.length != 2 || parts.put(pair[0], pair[1]) != null) {
                throw unknown(rule);
            }
        }
        Ending ending = Ending.parse(parts.remove("COUNT"), parts.remove("UNTIL"), rule);
        String frequency = parts.remove("FREQ");
        String interval = parts.remove("INTERVAL");
        String day = parts.remove("BYDAY");
        if (parts.isEmpty() && "WEEKLY".equals(frequency) && day == null) {
            return new Weekly(interval == null ? 1 : Integer.parseInt(interval), ending);
        }
        if (parts.isEmpty() && "MONTHLY".equals(frequency) && interval == null && day != null) {
            return new Monthly(Integer.parseInt(day.substring(0, day.length() - 2)), weekday(day, rule), ending);
        }
        throw unknown(rule);
    }

    private static DayOfWeek weekday(String day, String rule) {
        for (DayOfWeek one : DayOfWeek.values()) {
            if (one.name().startsWith(day.substring(day.length() - 2))) {
                return one;
            }
        }
        throw unknown(rule);
    }

    private static IllegalArgumentException unknown(String rule) {
        return new IllegalArgumentException("Not a recurrence that is known here: " + rule);
    }

    /** When a series stops. */
    sealed interface Ending {

        /** It goes on until somebody says otherwise. */
        record Never() implements Ending {

            @Override
            public boolean allows(int index, LocalDate date) {
                return true;
            }

            @Override
            public String rule() {
                return "";
            }

            @Override
            public String words() {
                return "";
            }
        }

        /** After so many dates, those that were cancelled included. */
        record After(int times) implements Ending {

            /** @throws IllegalArgumentException when it is less than twice or more than 500 times */
            public After {
                if (times < 2 || times > 500) {
                    throw new IllegalArgumentException(
                            "A meeting that repeats takes place 2 to 500 times, not " + times);
                }
            }

            @Override
            public boolean allows(int index, LocalDate date) {
                return index < times;
            }

            @Override
            public String rule() {
                return ";COUNT=" + times;
            }

            @Override
            public String words() {
                return ", " + times + " times";
            }
        }

        /** With the last occurrence on that date or before it. */
        record Until(LocalDate last) implements Ending {

            private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
            private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

            @Override
            public boolean allows(int index, LocalDate date) {
                return !date.isAfter(last);
            }

            /** The end of the day here, in UTC, as the standard asks of a series whose start has a time zone. */
            @Override
            public String rule() {
                return ";UNTIL="
                        + UTC.format(last.atTime(LocalTime.of(23, 59, 59))
                                .atZone(Schedule.ZONE)
                                .withZoneSameInstant(ZoneOffset.UTC));
            }

            @Override
            public String words() {
                return ", until " + DAY.format(last);
            }
        }

        /** Whether an occurrence of that number on that date still belongs to the series. */
        boolean allows(int index, LocalDate date);

        /** The part of the RRULE, with its semicolon. */
        String rule();

        /** What follows the words of the recurrence. */
        String words();

        private static Ending parse(@Nullable String count, @Nullable String until, String rule) {
            if (count != null && until != null) {
                throw unknown(rule);
            }
            if (count != null) {
                return new After(Integer.parseInt(count));
            }
            if (until != null) {
                return new Until(LocalDateTime.parse(until, Until.UTC)
                        .atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(Schedule.ZONE)
                        .toLocalDate());
            }
            return new Never();
        }
    }
}
