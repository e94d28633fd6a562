package org.bluelamp.directory.station;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Whether a station is open at a moment, as readers are told. Times are those of the United Kingdom. */
public sealed interface OpenNow {

    /** For example "Open today until 17:00". */
    String inWords();

    /** Whether somebody can walk in. */
    boolean open();

    /** Round the clock. */
    record Always() implements OpenNow {

        @Override
        public String inWords() {
            return "Open day and night";
        }

        @Override
        public boolean open() {
            return true;
        }
    }

    /** At no time of the week. */
    record Never() implements OpenNow {

        @Override
        public String inWords() {
            return "Not open to visitors";
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    /** Open at the moment. */
    record Open(LocalDate today, ZonedDateTime closes) implements OpenNow {

        @Override
        public String inWords() {
            if (closes.toLocalDate().equals(today)) {
                return "Open today until " + time(closes);
            }
            return closes.toLocalDate().equals(today.plusDays(1))
                            && time(closes).equals("00:00")
                    ? "Open today until midnight"
                    : "Open until " + time(closes) + " " + day(today, closes);
        }

        @Override
        public boolean open() {
            return true;
        }
    }

    /** Closed at the moment. */
    record Closed(LocalDate today, ZonedDateTime opens) implements OpenNow {

        @Override
        public String inWords() {
            return "Closed now, opens " + day(today, opens) + " at " + time(opens);
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    private static String time(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
    }

    private static String day(LocalDate today, ZonedDateTime at) {
        long days = ChronoUnit.DAYS.between(today, at.toLocalDate());
        if (days == 0) {
            return "today";
        }
        return days == 1 ? "tomorrow" : "on " + at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
