package org.bluelamp.alerts.reach;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Whom alerts to an area reach, as other services are told.
 *
 * @param area where
 * @param day the day in London on which it was counted
 * @param households how many households there are; null when the directory does not know
 * @param channels the people reached by each channel, rounded down to fives, so that nobody can be recognised
 */
record AreaReach(AreaCode area, LocalDate day, @Nullable Integer households, SortedMap<String, Integer> channels) {

    private static final int STEP = 5;

    /** Less than this is the coming and going of a day. */
    private static final int SMALLEST_MOVE = 10;

    private static final double SMALLEST_SHARE = 0.05;

    AreaReach {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
    }

    /** @param counted the true numbers by channel */
    static AreaReach of(AreaCode area, LocalDate day, @Nullable Integer households, Map<String, Integer> counted) {
        var rounded = new TreeMap<String, Integer>();
        counted.forEach((channel, people) -> rounded.put(channel, people / STEP * STEP));
        return new AreaReach(area, day, households, rounded);
    }

    /** Whether enough is different from what was told before to tell it again. */
    boolean differsFrom(AreaReach told) {
        return !Objects.equals(households, told.households)
                || !channels.keySet().equals(told.channels.keySet())
                || channels.entrySet().stream()
                        .anyMatch(entry ->
                                moved(Objects.requireNonNull(told.channels.get(entry.getKey())), entry.getValue()));
    }

    private static boolean moved(int before, int now) {
        return Math.abs(now - before) >= Math.max(SMALLEST_MOVE, before * SMALLEST_SHARE);
    }
}
