package org.bluelamp.directory.postcode;

import org.bluelamp.directory.area.BoundariesMoved;
import org.bluelamp.directory.area.Neighbourhoods;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks again at the postcodes near a border that moved, in the transaction that moved it. */
@Component
class PostcodesNearMovedBorders {

    private final Postcodes postcodes;
    private final Neighbourhoods neighbourhoods;

    PostcodesNearMovedBorders(Postcodes postcodes, Neighbourhoods neighbourhoods) {
        this.postcodes = postcodes;
        this.neighbourhoods = neighbourhoods;
    }

    @EventListener
    void on(BoundariesMoved moved) {
        postcodes.assign(moved.where(), neighbourhoods);
    }
}
