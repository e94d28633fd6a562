package org.bluelamp.directory.postcode;

import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;

/**
 * Data of the event {@code directory.sector.changed}.
 *
 * @param sector for example SG1 3: the postcodes that are the same up to their first digit after the space
 * @param postcodes those of the sector that are in use and lie in a neighbourhood of the own force
 */
record SectorChanged(String sector, List<Point> postcodes) {

    static final String TYPE = "directory.sector.changed";

    /**
     * A postcode and where it lies.
     *
     * @param postcode as people write it
     * @param latitude in degrees, to four decimals, which is some ten metres
     * @param longitude in degrees, to four decimals
     */
    record Point(String postcode, double latitude, double longitude) {}

    OutgoingEvent event(long version) {
        return new OutgoingEvent(TYPE, sector, version, this);
    }
}
