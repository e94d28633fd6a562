package org.bluelamp.alerts.reach;

import java.time.LocalDate;
import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code alerts.reach.changed}: how many people an alert to an area would reach.
 *
 * @param area the area's code
 * @param day the day in London on which it was counted
 * @param households how many households there are; null when nobody told
 * @param channels by each channel
 */
record ReachChanged(String area, LocalDate day, @Nullable Integer households, List<Channel> channels) {

    static final String TYPE = "alerts.reach.changed";

    /**
     * A way in which people are reached.
     *
     * @param channel for example mail
     * @param reachable how many people, rounded down to fives
     */
    record Channel(String channel, int reachable) {}

    static OutgoingEvent event(AreaReach reach, long version) {
        return new OutgoingEvent(
                TYPE,
                reach.area().value(),
                version,
                new ReachChanged(
                        reach.area().value(),
                        reach.day(),
                        reach.households(),
                        reach.channels().entrySet().stream()
                                .map(entry -> new Channel(entry.getKey(), entry.getValue()))
                                .toList()));
    }
}
