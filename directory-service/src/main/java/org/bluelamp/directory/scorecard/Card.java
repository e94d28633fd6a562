package org.bluelamp.directory.scorecard;

import java.util.List;
import org.bluelamp.directory.area.Area;

/**
 * How the promises of the Guarantee are kept in one neighbourhood.
 *
 * @param area the neighbourhood
 * @param marks one for each {@link Promise}, in their order
 */
public record Card(Area area, List<Marked> marks) {

    public Card {
        marks = List.copyOf(marks);
    }

    /** The mark of a promise. */
    public Marked of(Promise promise) {
        return marks.get(promise.ordinal());
    }
}
