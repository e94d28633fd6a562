package org.bluelamp.directory.area;

import org.bluelamp.directory.geo.Boundaries;
import org.bluelamp.directory.geo.GeoJson;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of a boundary or an outline in little room: eight bytes a point, where objects take five times as much. All
 * lengths are steps of the grid of {@link Boundaries}, which is a millionth of a degree.
 */
final class PackedBoundary {

    /** Longitude and latitude of every point, ring after ring; each ring ends with the point it begins with. */
    private final int[] points;

    /** Of every ring, the number of the point after its last. */
    private final int[] ends;

    /** Of every polygon, the number of its outer ring. Its holes follow. */
    private final int[] shells;

    private final Envelope bounds;

    private PackedBoundary(int[] points, int[] ends, int[] shells, Envelope bounds) {
        this.points = points;
        this.ends = ends;
        this.shells = shells;
        this.bounds = bounds;
    }

    static PackedBoundary of(Geometry boundary) {
        int rings = 0;
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            rings += 1 + ((Polygon) boundary.getGeometryN(i)).getNumInteriorRing();
        }
        int[] points = new int[2 * boundary.getNumPoints()];
        int[] ends = new int[rings];
        int[] shells = new int[boundary.getNumGeometries()];
        Envelope bounds = new Envelope();
        int ring = 0;
        int point = 0;
        for (int i = 0; i < shells.length; i++) {
            Polygon polygon = (Polygon) boundary.getGeometryN(i);
            shells[i] = ring;
            for (int j = -1; j < polygon.getNumInteriorRing(); j++) {
                LinearRing from = j < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(j);
                for (Coordinate coordinate : from.getCoordinates()) {
                    int x = step(coordinate.x);
                    int y = step(coordinate.y);
                    points[2 * point] = x;
                    points[2 * point + 1] = y;
                    bounds.expandToInclude(x, y);
                    point++;
                }
                ends[ring++] = point;
            }
        }
        return new PackedBoundary(points, ends, shells, bounds);
    }

    /** The step of the grid that lies nearest. */
    static int step(double degrees) {
        return (int) Math.rint(degrees * Boundaries.GRID);
    }

    /** In degrees again. */
    Geometry geometry() {
        Polygon[] polygons = new Polygon[shells.length];
        for (int i = 0; i < shells.length; i++) {
            int next = i + 1 < shells.length ? shells[i + 1] : ends.length;
            LinearRing[] holes = new LinearRing[next - shells[i] - 1];
            for (int j = 0; j < holes.length; j++) {
                holes[j] = ring(shells[i] + 1 + j);
            }
            polygons[i] = GeoJson.GEOMETRIES.createPolygon(ring(shells[i]), holes);
        }
        return polygons.length == 1 ? polygons[0] : GeoJson.GEOMETRIES.createMultiPolygon(polygons);
    }

    private LinearRing ring(int ring) {
        int first = ring == 0 ? 0 : ends[ring - 1];
        Coordinate[] coordinates = new Coordinate[ends[ring] - first];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(x(first + i) / Boundaries.GRID, y(first + i) / Boundaries.GRID);
        }
        return GeoJson.GEOMETRIES.createLinearRing(coordinates);
    }

    /** What all of it lies in; not to be changed. */
    Envelope bounds() {
        return bounds;
    }

    int size() {
        return points.length / 2;
    }

    int rings() {
        return ends.length;
    }

    /** The number of the point after a ring's last. */
    int end(int ring) {
        return ends[ring];
    }

    int x(int point) {
        return points[2 * point];
    }

    int y(int point) {
        return points[2 * point + 1];
    }
}
