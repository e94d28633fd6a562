package org.bluelamp.directory.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.web.page.LondonTime;

/**
 * When a station is open in a usual week, in the time of the United Kingdom. What is not told, such as bank holidays, is
 * not in it.
 *
 * @param week the times of each day, in their order; a day without any is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {

    /** The day's times are sorted, and days without any left out. */
    @JsonCreator
    public OpeningHours {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                List<Span> sorted =
                        spans.stream().sorted(Comparator.comparing(Span::from)).toList();
                for (int i = 1; i < sorted.size(); i++) {
                    if (!sorted.get(i - 1).endsBefore(sorted.get(i).from())) {
                        throw new IllegalArgumentException("Two of the times on " + day + " overlap");
                    }
                }
                days.put(day, sorted);
            }
        });
        week = Collections.unmodifiableMap(days);
    }

    /** As it stands in the database and in the API: the day in capitals, then its times. */
    @JsonValue
    Map<DayOfWeek, List<Span>> asTold() {
        return week;
    }

    /** Open every day round the clock. */
    public static OpeningHours always() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Span.ALL_DAY));
        }
        return new OpeningHours(week);
    }

    /** The times of one day; empty when it is closed. */
    public List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /**
     * A time of opening.
     *
     * @param from when it opens
     * @param to when it closes; not after {@code from} means on the day after, and midnight to midnight is all day
     */
    public record Span(LocalTime from, LocalTime to) {

        static final Span ALL_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        /** Round the clock. */
        public boolean allDay() {
            return equals(ALL_DAY);
        }

        boolean pastMidnight() {
            return !to.isAfter(from);
        }

        boolean endsBefore(LocalTime next) {
            return !pastMidnight() && !to.isAfter(next);
        }

        ZonedDateTime opens(LocalDate day) {
            return day.atTime(from).atZone(LondonTime.ZONE);
        }

        ZonedDateTime closes(LocalDate day) {
            return (pastMidnight() ? day.plusDays(1) : day).atTime(to).atZone(LondonTime.ZONE);
        }
    }

    /** A stretch of time without a break. */
    record Stretch(ZonedDateTime opens, ZonedDateTime closes) {}

    /**
     * Whether it is open at a moment, and what comes next.
     *
     * @param now any time zone
     */
    public OpenNow at(ZonedDateTime now) {
        if (week.isEmpty()) {
            return new OpenNow.Never();
        }
        if (this.equals(always())) {
            return new OpenNow.Always();
        }
        ZonedDateTime here = now.withZoneSameInstant(LondonTime.ZONE);
        for (Stretch stretch : around(here.toLocalDate())) {
            if (stretch.closes().isAfter(here)) {
                return stretch.opens().isAfter(here)
                        ? new OpenNow.Closed(here.toLocalDate(), stretch.opens())
                        : new OpenNow.Open(here.toLocalDate(), stretch.closes());
            }
        }
        throw new IllegalStateException("A week with times has none in the next eight days");
    }

    /** From yesterday on for more than a week; what follows without a break is one stretch. */
    private List<Stretch> around(LocalDate today) {
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day = today.minusDays(1); day.isBefore(today.plusDays(9)); day = day.plusDays(1)) {
            for (Span span : on(day.getDayOfWeek())) {
                Stretch next = new Stretch(span.opens(day), span.closes(day));
                Optional<Stretch> last = stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.getLast());
                if (last.isPresent() && !last.get().closes().isBefore(next.opens())) {
                    stretches.set(stretches.size() - 1, new Stretch(last.get().opens(), later(last.get(), next)));
                } else {
                    stretches.add(next);
                }
            }
        }
        return stretches;
    }

    private static ZonedDateTime later(Stretch one, Stretch other) {
        return one.closes().isAfter(other.closes()) ? one.closes() : other.closes();
    }
}
