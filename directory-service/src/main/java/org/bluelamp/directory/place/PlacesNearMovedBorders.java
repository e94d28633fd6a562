package org.bluelamp.directory.place;

import org.bluelamp.directory.area.BoundariesMoved;
import org.bluelamp.directory.area.Neighbourhoods;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks again at the places near a border that moved, in the transaction that moved it. */
@Component
class PlacesNearMovedBorders {

    private final Places places;
    private final Neighbourhoods neighbourhoods;

    PlacesNearMovedBorders(Places places, Neighbourhoods neighbourhoods) {
        this.places = places;
        this.neighbourhoods = neighbourhoods;
    }

    @EventListener
    void on(BoundariesMoved moved) {
        places.assign(moved.where(), neighbourhoods);
    }
}
