package org.bluelamp.directory.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.springframework.stereotype.Service;

/** What takes place when: meetings as dates in their order, a series as each of its dates. */
@Service
public class Diary {

    private static final Comparator<Occurrence> IN_ORDER = Comparator.comparing(Occurrence::startsAt)
            .thenComparing(occurrence -> occurrence.meeting().id());

    /** How far back pages look. */
    private static final Duration YEAR = Duration.ofDays(365);

    /** How long it is said of a meeting that it is cancelled, so that who noted it once may learn of it. */
    private static final Duration CANCELLED_FOR = Duration.ofDays(28);

    private static final int PAST = 30;

    private final Meetings meetings;
    private final Clock clock;

    Diary(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * What an area's page shows.
     *
     * @param next what is to come, the soonest first; what was cancelled lately is among them
     * @param past what took place within a year, the latest first, 30 at most
     * @param sources ids of where it comes from
     */
    public record Dates(List<Occurrence> next, List<Occurrence> past, List<String> sources) {

        public static final Dates NONE = new Dates(List.of(), List.of(), List.of());
    }

    /**
     * The dates of an area and of those inside it.
     *
     * @param coming how many that take place are listed at most
     */
    public Dates of(AreaCode area, int coming) {
        Instant now = clock.instant();
        List<Meeting> all = meetings.within(area, now.minus(YEAR));
        List<Occurrence> next = next(all, now, coming);
        List<Occurrence> past = all.stream()
                .filter(meeting -> !meeting.cancelled())
                .flatMap(meeting -> meeting.occurrences(now.minus(YEAR))
                        .takeWhile(occurrence -> !occurrence.startsAt().isAfter(now)))
                .filter(occurrence ->
                        !occurrence.cancelled() && !occurrence.overAt().isAfter(now))
                .sorted(IN_ORDER.reversed())
                .limit(PAST)
                .toList();
        return new Dates(
                next,
                past,
                Stream.concat(next.stream(), past.stream())
                        .map(occurrence -> occurrence.meeting().source())
                        .distinct()
                        .toList());
    }

    /** The next dates of an area and of those inside it, so many that take place at most. */
    public List<Occurrence> next(AreaCode area, int coming) {
        Instant now = clock.instant();
        return next(meetings.within(area, now), now, coming);
    }

    /** The next dates of one meeting, cancelled ones included. */
    public List<Occurrence> next(Meeting meeting, int most) {
        return meeting.occurrences(clock.instant()).limit(most).toList();
    }

    /** The dates of an area and of those inside it that begin before one time and are over after another, in order. */
    public List<Occurrence> between(AreaCode area, Instant from, Instant to) {
        return meetings.within(area, from).stream()
                .flatMap(meeting -> meeting.occurrences(from)
                        .takeWhile(occurrence -> occurrence.startsAt().isBefore(to)))
                .sorted(IN_ORDER)
                .toList();
    }

    /** The meetings of an area as a calendar keeps them: those to come and those of a year, cancelled ones included. */
    public List<Meeting> calendar(AreaCode area) {
        return meetings.within(area, clock.instant().minus(YEAR));
    }

    private static List<Occurrence> next(List<Meeting> among, Instant now, int coming) {
        List<Occurrence> inOrder = among.stream()
                .filter(meeting -> !meeting.cancelled() || meeting.changedAt().isAfter(now.minus(CANCELLED_FOR)))
                .flatMap(meeting -> meeting.cancelled()
                        ? meeting.occurrences(now).limit(1)
                        : upToLive(meeting.occurrences(now).limit(4L * coming).toList(), coming).stream())
                .sorted(IN_ORDER)
                .toList();
        return upToLive(inOrder, coming);
    }

    /** The beginning of a list, until so many take place or it ends. */
    private static List<Occurrence> upToLive(List<Occurrence> all, int coming) {
        List<Occurrence> some = new ArrayList<>();
        int live = 0;
        for (Occurrence one : all) {
            if (live == coming) {
                break;
            }
            some.add(one);
            live += one.cancelled() ? 0 : 1;
        }
        return List.copyOf(some);
    }
}
