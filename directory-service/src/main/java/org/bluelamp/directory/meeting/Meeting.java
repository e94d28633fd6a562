package org.bluelamp.directory.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a neighbourhood's team with residents, or a series of them. It is never deleted: calendars that hold a
 * copy must learn that it was cancelled.
 *
 * @param area the neighbourhood's code
 * @param path the public address of its page
 * @param cancelledDates the days of a series on which it does not take place, each with the reason
 * @param cancelled whether none of it takes place any more
 * @param reason why it was cancelled; null when it was not, or nobody said
 * @param toldAs by what its source told of it, to know it again; null for what staff entered
 * @param source id of the {@link org.bluelamp.directory.source.Source} it came from, or who took it over
 * @param version rises with every change
 * @param changedAt since when it is known as it is
 */
public record Meeting(
        UUID id,
        AreaCode area,
        String path,
        MeetingDescription described,
        SortedMap<LocalDate, String> cancelledDates,
        boolean cancelled,
        @Nullable String reason,
        @Nullable String toldAs,
        String source,
        long version,
        Instant changedAt) {

    public Meeting {
        cancelledDates = Collections.unmodifiableSortedMap(new TreeMap<>(cancelledDates));
    }

    public String title() {
        return described.title();
    }

    /** HTML that is safe to show; null when there is none. */
    public @Nullable String description() {
        return described.description();
    }

    public String kind() {
        return described.kind();
    }

    public @Nullable String place() {
        return described.place();
    }

    public Schedule schedule() {
        return described.schedule();
    }

    public Map<String, String> contact() {
        return described.contactInOrder();
    }

    public @Nullable UUID host() {
        return described.host();
    }

    public boolean repeats() {
        return schedule().recurrence() != null;
    }

    /** What is not over at that time yet, in order, cancelled or not; for a series without end as many as one takes. */
    public Stream<Occurrence> occurrences(Instant from) {
        return schedule().slots(from).map(this::occurrence);
    }

    /** When its last occurrence is over, or null when it goes on. */
    @Nullable
    Instant overAt() {
        return schedule().overAt().orElse(null);
    }

    private Occurrence occurrence(Schedule.Slot slot) {
        String why = cancelledDates.get(slot.date());
        return new Occurrence(
                this,
                slot.date(),
                slot.startsAt(),
                slot.endsAt(),
                slot.overAt(),
                cancelled || why != null,
                why == null ? reason : why);
    }

    /** The same at the next version, so that it is announced again. */
    Meeting again() {
        return new Meeting(
                id, area, path, described, cancelledDates, cancelled, reason, toldAs, source, version + 1, changedAt);
    }

    /** Whether the other says the same of the same meeting, whatever its version. */
    boolean saysTheSameAs(Meeting other) {
        return described.equals(other.described)
                && cancelledDates.equals(other.cancelledDates)
                && cancelled == other.cancelled
                && Objects.equals(reason, other.reason)
                && Objects.equals(toldAs, other.toldAs)
                && source.equals(other.source);
    }
}
