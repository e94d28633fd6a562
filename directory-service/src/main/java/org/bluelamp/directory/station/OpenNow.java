package org.bluelamp.directory.station;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.bluelamp.web.page.LondonTime;

/** Whether a station is open at a moment, as readers are told. Times are those of the United Kingdom. */
public sealed interface OpenNow {

    /** For example "Open today until 5pm". */
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
            // People take midnight for the end of a day.
            LocalDate last = closes.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? closes.toLocalDate().minusDays(1)
                    : closes.toLocalDate();
            return last.equals(today)
                    ? "Open today until " + time(closes)
                    : "Open until " + time(closes) + " " + day(today, last);
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
            return "Closed now, opens " + day(today, opens.toLocalDate()) + " at " + time(opens);
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    private static String time(ZonedDateTime at) {
        return LondonTime.clock(at.toLocalTime());
    }

    private static String day(LocalDate today, LocalDate at) {
        long days = ChronoUnit.DAYS.between(today, at);
        if (days == 0) {
            return "today";
        }
        return days == 1 ? "tomorrow" : "on " + at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
