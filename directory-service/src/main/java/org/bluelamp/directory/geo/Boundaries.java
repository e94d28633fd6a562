package org.bluelamp.directory.geo;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import tools.jackson.databind.JsonNode;

/**
 * Makes boundaries of what files and people give. What is none is refused with a {@link BadBoundary} that says whose it
 * is, what is wrong with it and where. Nothing is mended silently.
 *
 * <p>A boundary is a polygon or a multipolygon, perhaps with holes, valid as in OGC Simple Features (ISO 19125-1), in
 * degrees of WGS84, longitude first, on a grid of a millionth of a degree, which is some ten centimetres.
 */
public final class Boundaries {

    /** Steps of the grid in a degree. */
    public static final double GRID = 1e6;

    private static final int SHORTEST_RING = 4;
    private static final PrecisionModel ON_GRID = new PrecisionModel(GRID);

    private Boundaries() {}

    /**
     * Of a GeoJSON geometry (RFC 7946).
     *
     * @param area whose it is, for messages
     */
    public static Geometry ofGeoJson(String area, String text) {
        return named(area, () -> GeoJson.read(text));
    }

    /** As {@link #ofGeoJson(String, String)}, of JSON that was parsed already. */
    public static Geometry ofGeoJson(String area, JsonNode geometry) {
        return named(area, () -> GeoJson.read(geometry));
    }

    /**
     * Of rings, as formats other than GeoJSON give them.
     *
     * @param area whose it is, for messages
     * @param polygons each a list of rings, the outer one first, then its holes; each ring ends where it begins; x is the
     *     longitude, y the latitude
     */
    public static Geometry ofRings(String area, List<List<List<Coordinate>>> polygons) {
        return named(
                area, () -> together(polygons.stream().map(Boundaries::polygon).toList()));
    }

    /**
     * The boundary on the grid, if it is one.
     *
     * @param area whose it is, for messages
     */
    public static Geometry checked(String area, Geometry geometry) {
        return named(area, () -> geometry);
    }

    /** @throws BadBoundary without a name */
    static Polygon polygon(List<List<Coordinate>> rings) {
        if (rings.isEmpty()) {
            throw new BadBoundary("has no points");
        }
        LinearRing[] made = rings.stream().map(Boundaries::ring).toArray(LinearRing[]::new);
        LinearRing[] holes = new LinearRing[made.length - 1];
        System.arraycopy(made, 1, holes, 0, holes.length);
        return GeoJson.GEOMETRIES.createPolygon(made[0], holes);
    }

    /** One polygon stays one. */
    static Geometry together(List<Polygon> polygons) {
        return polygons.size() == 1
                ? polygons.getFirst()
                : GeoJson.GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static LinearRing ring(List<Coordinate> points) {
        if (points.isEmpty()) {
            throw new BadBoundary("has no points");
        }
        for (int i = 0; i < points.size(); i++) {
            check(points.get(i), i);
        }
        if (!points.getFirst().equals2D(points.getLast())) {
            throw new BadBoundary(
                    "is not closed: it begins at " + at(points.getFirst()) + " and ends at " + at(points.getLast()));
        }
        if (points.size() < SHORTEST_RING) {
            throw new BadBoundary("has a ring of " + points.size() + (points.size() == 1 ? " point" : " points")
                    + " at " + at(points.getFirst()) + ": a ring has at least four, and ends where it begins");
        }
        return GeoJson.GEOMETRIES.createLinearRing(points.toArray(Coordinate[]::new));
    }

    private static void check(Coordinate point, int index) {
        if (Double.isNaN(point.x) || Double.isNaN(point.y)) {
            throw new BadBoundary("has a point that is no longitude and latitude: point " + (index + 1) + " of a ring");
        }
        if (!(Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90)) {
            throw new BadBoundary(
                    "has a point that is not on the earth: point " + (index + 1) + " of a ring, at " + at(point));
        }
    }

    private static Geometry named(String area, Supplier<Geometry> made) {
        try {
            return onGrid(made.get());
        } catch (BadBoundary unnamed) {
            throw unnamed.of(area);
        }
    }

    private static Geometry onGrid(Geometry geometry) {
        if (!(geometry instanceof Polygon || geometry instanceof MultiPolygon)) {
            throw new BadBoundary("is neither a Polygon nor a MultiPolygon");
        }
        if (geometry.isEmpty()) {
            throw new BadBoundary("has no points");
        }
        Coordinate[] points = geometry.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            check(points[i], i);
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            throw new BadBoundary(what(error));
        }
        Geometry kept = allOnGrid(points) ? geometry : GeometryPrecisionReducer.reduce(geometry, ON_GRID);
        if (kept.isEmpty() || !(kept.getArea() > 0)) {
            throw new BadBoundary("encloses nothing at " + at(points[0]));
        }
        return kept;
    }

    private static boolean allOnGrid(Coordinate[] points) {
        for (Coordinate point : points) {
            if (!(onGrid(point.x) && onGrid(point.y))) {
                return false;
            }
        }
        return true;
    }

    private static boolean onGrid(double degrees) {
        return Math.rint(degrees * GRID) / GRID == degrees;
    }

    private static String what(TopologyValidationError error) {
        String problem = switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION -> "crosses itself";
            case TopologyValidationError.RING_SELF_INTERSECTION -> "touches itself";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "has a hole that does not lie inside it";
            case TopologyValidationError.NESTED_HOLES -> "has a hole inside a hole";
            case TopologyValidationError.NESTED_SHELLS -> "has a part inside another part";
            case TopologyValidationError.DUPLICATE_RINGS -> "has the same ring twice";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "has holes that cut it in two";
            case TopologyValidationError.TOO_FEW_POINTS -> "has a ring that encloses nothing";
            default -> "is not a boundary (" + error.getMessage() + ")";
        };
        Coordinate where = error.getCoordinate();
        return where == null ? problem : problem + " at " + at(where);
    }

    /** As people who look it up on a map need it. */
    private static String at(Coordinate point) {
        return "longitude " + number(point.x) + ", latitude " + number(point.y);
    }

    private static String number(double degrees) {
        String text = String.format(Locale.ROOT, "%.6f", degrees);
        return text.replaceAll("\\.?0+$", "");
    }
}
