package org.bluelamp.directory.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting takes place: once, or again and again at the same time on the clock here, summer and winter. Where the
 * clocks skip that time it begins as much later; where they show it twice, it begins the first time (RFC 5545, section
 * 3.3.5). Each occurrence lasts as long as the first.
 *
 * @param startsAt when the first occurrence begins
 * @param endsAt when the first occurrence ends; null when nobody said
 * @param recurrence how it repeats; null when it does not
 */
public record Schedule(
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Recurrence recurrence) {

    /** The clock that meetings go by. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** A meeting of which no end is known is taken to be over after this long. */
    static final Duration USUAL = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofDays(31);

    /** No series is followed further than this: a hundred years of weeks. */
    private static final int MOST = 5_200;

    /**
     * @throws IllegalArgumentException when it ends before it begins, lasts longer than a month, repeats in a way that
     *     its first date does not fit, or stops before it
     */
    public Schedule {
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("A meeting ends after it starts");
        }
        if (endsAt != null && Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A meeting lasts 31 days at most");
        }
        if (recurrence != null && !recurrence.fits(startsAt.atZone(ZONE).toLocalDate())) {
            throw new IllegalArgumentException("A meeting repeats in a way that fits its first date");
        }
        if (recurrence != null
                && !recurrence.ending().allows(0, startsAt.atZone(ZONE).toLocalDate())) {
            throw new IllegalArgumentException("A meeting repeats until its first date or a later one");
        }
    }

    /** One that takes place once. */
    public static Schedule once(Instant startsAt, @Nullable Instant endsAt) {
        return new Schedule(startsAt, endsAt, null);
    }

    /**
     * One date of a meeting.
     *
     * @param date the day here on which it begins
     * @param endsAt null when nobody said
     */
    public record Slot(
            LocalDate date, Instant startsAt, @Nullable Instant endsAt) {

        /** When it is over, known or guessed. */
        public Instant overAt() {
            return endsAt == null ? startsAt.plus(USUAL) : endsAt;
        }
    }

    /** The day here on which the first occurrence begins. */
    public LocalDate firstDate() {
        return startsAt.atZone(ZONE).toLocalDate();
    }

    /** The time on the clock here at which every occurrence begins. */
    public LocalTime startTime() {
        return startsAt.atZone(ZONE).toLocalTime();
    }

    /** What is not over at that time yet, in order; for a series without end as many as one cares to take. */
    public Stream<Slot> slots(Instant from) {
        Recurrence repeats = recurrence;
        if (repeats == null) {
            return Stream.of(slot(firstDate())).filter(slot -> slot.overAt().isAfter(from));
        }
        LocalDate first = firstDate();
        LocalDate earliest = from.minus(length()).atZone(ZONE).toLocalDate().minusDays(1);
        int begin = repeats.indexFrom(first, earliest);
        return IntStream.range(begin, Math.max(begin, MOST))
                .takeWhile(index -> repeats.ending().allows(index, repeats.date(first, index)))
                .mapToObj(index -> slot(repeats.date(first, index)))
                .filter(slot -> slot.overAt().isAfter(from));
    }

    /** The occurrence that begins on that day here. */
    public Optional<Slot> on(LocalDate date) {
        return slots(date.atStartOfDay(ZONE).toInstant())
                .takeWhile(slot -> !slot.date().isAfter(date))
                .filter(slot -> slot.date().equals(date))
                .findFirst();
    }

    /** When the last occurrence is over; empty when it goes on. */
    public Optional<Instant> overAt() {
        if (recurrence == null) {
            return Optional.of(slot(firstDate()).overAt());
        }
        return switch (recurrence.ending()) {
            case Recurrence.Ending.Never() -> Optional.empty();
            case Recurrence.Ending.After(int times) ->
                Optional.of(slot(recurrence.date(firstDate(), times - 1)).overAt());
            case Recurrence.Ending.Until(LocalDate last) -> {
                int after = recurrence.indexFrom(firstDate(), last.plusDays(1));
                yield Optional.of(slot(recurrence.date(firstDate(), Math.max(after - 1, 0)))
                        .overAt());
            }
        };
    }

    private Duration length() {
        return endsAt == null ? USUAL : Duration.between(startsAt, endsAt);
    }

    private Slot slot(LocalDate date) {
        Instant begins = date.equals(firstDate())
                ? startsAt
                : LocalDateTime.of(date, startTime()).atZone(ZONE).toInstant();
        return new Slot(date, begins, endsAt == null ? null : begins.plus(length()));
    }
}
