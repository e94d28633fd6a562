package org.bluelamp.alerts.area;

import org.bluelamp.service.area.AreaCode;
import org.locationtech.jts.geom.Geometry;

/** The directory told where a neighbourhood lies; published within the transaction that keeps it. */
public record BoundaryChanged(AreaCode area, Geometry boundary) {}
