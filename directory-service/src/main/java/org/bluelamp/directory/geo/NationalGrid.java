package org.bluelamp.directory.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * The National Grid of Great Britain (EPSG:27700, OSGB36) turned into WGS84 by the published seven parameters
 * (EPSG:1314). They are right to a few metres everywhere on the island; Ordnance Survey's grid of shifts, OSTN15, would
 * be right to centimetres and is not needed to tell which neighbourhood a postcode lies in.
 */
public final class NationalGrid {

    private static final String GRID = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000"
            + " +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";

    private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";

    /** The grid's letters cover so many metres. */
    private static final double EAST = 700_000;

    private static final double NORTH = 1_300_000;

    private final BasicCoordinateTransform toDegrees;

    public NationalGrid() {
        CRSFactory systems = new CRSFactory();
        CoordinateReferenceSystem grid = systems.createFromParameters("OSGB36", GRID);
        CoordinateReferenceSystem degrees = systems.createFromParameters("WGS84", WGS84);
        toDegrees = new BasicCoordinateTransform(grid, degrees);
    }

    /** Whether a point, in metres, lies on the grid; not a number does not. */
    public static boolean covers(double easting, double northing) {
        return easting >= 0 && easting <= EAST && northing >= 0 && northing <= NORTH;
    }

    /**
     * A point of the grid in degrees, WGS84, longitude first.
     *
     * @param easting metres
     * @param northing metres
     * @throws IllegalArgumentException when the point is not on the grid
     */
    public Coordinate degrees(double easting, double northing) {
        if (!covers(easting, northing)) {
            throw new IllegalArgumentException("easting " + easting + ", northing " + northing + " is not on the grid");
        }
        ProjCoordinate degrees = toDegrees.transform(new ProjCoordinate(easting, northing), new ProjCoordinate());
        return new Coordinate(degrees.x, degrees.y);
    }
}
