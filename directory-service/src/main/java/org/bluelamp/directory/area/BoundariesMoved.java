package org.bluelamp.directory.area;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Told inside this service, in the transaction of the change: boundaries have moved. {@link Neighbourhoods} answers by
 * the new ones already; whoever keeps the neighbourhood of a point looks again at the points near what moved.
 *
 * @param where what lay or lies in the areas whose boundaries moved, in degrees
 */
public record BoundariesMoved(List<Envelope> where) {

    public BoundariesMoved {
        where = List.copyOf(where);
    }
}
