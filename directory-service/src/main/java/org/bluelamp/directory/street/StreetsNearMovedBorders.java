package org.bluelamp.directory.street;

import org.bluelamp.directory.area.BoundariesMoved;
import org.bluelamp.directory.area.Neighbourhoods;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks again at the streets near a border that moved, in the transaction that moved it. */
@Component
class StreetsNearMovedBorders {

    private final Streets streets;
    private final Neighbourhoods neighbourhoods;

    StreetsNearMovedBorders(Streets streets, Neighbourhoods neighbourhoods) {
        this.streets = streets;
        this.neighbourhoods = neighbourhoods;
    }

    @EventListener
    void on(BoundariesMoved moved) {
        streets.assign(moved.where(), neighbourhoods);
    }
}
