package org.bluelamp.alerts.reach.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of whom alerts reach, how long that takes and what does not go as it should.
 *
 * @param counted the day on which it was counted; null before the first time
 * @param areas the areas of whoever asks, each district before its neighbourhoods
 * @param unknown how many of their neighbourhoods have no number of households
 * @param days of the latest days, the latest first
 * @param issues what does not go as it should
 * @param leftAlone how many people get nothing, because their address refused mail or it came back
 */
public record ReachPage(
        @Nullable String counted,
        List<Line> areas,
        int unknown,
        ReachMap map,
        List<Time> days,
        List<Issue> issues,
        String leftAlone) {

    /**
     * An area.
     *
     * @param inside whether it is a neighbourhood, below its district
     * @param reachable how many people by email, in words
     * @param texts how many of them by text message too, in words
     * @param notifications how many of them by notification too, in words
     * @param households how many, in words
     * @param share people for each hundred households, as a column of that name shows it
     * @param told the same in words that stand alone
     */
    public record Line(
            String name,
            boolean inside,
            String reachable,
            String texts,
            String notifications,
            String households,
            String share,
            String told,
            Band band) {}

    /** What was sent in a lane on a day. */
    public record Time(String day, String lane, String accepted, String half, String most, String troubles) {}

    /**
     * Delivery problems.
     *
     * @param href where to look at it; null where there is nothing to look at
     */
    public record Issue(String name, @Nullable String href, List<String> troubles) {}

    /** The steps of the map that occur in it. */
    public List<Band> bands() {
        return map.shapes().stream()
                .map(ReachMap.Shape::band)
                .distinct()
                .sorted()
                .toList();
    }
}
