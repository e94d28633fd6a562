package org.bluelamp.alerts.area;

import java.util.List;

/** What this service needs of {@code directory.sector.changed}. */
record SectorChanged(String sector, List<Point> postcodes) {

    /** A postcode and where it lies, in degrees. */
    record Point(String postcode, double latitude, double longitude) {}
}
