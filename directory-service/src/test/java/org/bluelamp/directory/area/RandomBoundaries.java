package org.bluelamp.directory.area;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bluelamp.directory.geo.GeoJson;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes up valid boundaries on the grid, ragged and with holes, some of several parts, and coarse enough that points of
 * the grid often lie on their borders and corners.
 */
final class RandomBoundaries {

    /** A coarse step: a few of them make up a whole boundary. */
    static final double STEP = 1e-6;

    private final RandomGenerator random;

    RandomBoundaries(RandomGenerator random) {
        this.random = random;
    }

    /** One, whose parts lie within so many steps of the middle. */
    Geometry next(double longitude, double latitude, int size) {
        while (true) {
            List<Polygon> parts = new ArrayList<>();
            int count = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
            for (int i = 0; i < count; i++) {
                parts.add(polygon(longitude + i * 3 * size * STEP, latitude, size));
            }
            Geometry made = parts.size() == 1
                    ? parts.getFirst()
                    : GeoJson.GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
            if (made.isValid() && made.getArea() > 0) {
                return made;
            }
        }
    }

    private Polygon polygon(double longitude, double latitude, int size) {
        LinearRing shell = star(longitude, latitude, size, 4 + random.nextInt(40));
        int count = random.nextInt(3);
        LinearRing[] holes = new LinearRing[count];
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * (2 * i + random.nextDouble()) / Math.max(count, 1);
            holes[i] = star(
                    longitude + Math.cos(angle) * size * STEP / 4,
                    latitude + Math.sin(angle) * size * STEP / 4,
                    Math.max(size / 6, 2),
                    3 + random.nextInt(9));
        }
        return GeoJson.GEOMETRIES.createPolygon(shell, holes);
    }

    /** Goes round once, now nearer and now farther, with a level or upright stretch now and then. */
    private LinearRing star(double longitude, double latitude, int size, int corners) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = size * (0.4 + 0.6 * random.nextDouble());
            Coordinate corner =
                    onGrid(longitude + Math.cos(angle) * reach * STEP, latitude + Math.sin(angle) * reach * STEP);
            if (!ring.isEmpty() && random.nextInt(4) == 0) {
                corner.y = ring.getLast().y;
            }
            ring.add(corner);
        }
        ring.add(ring.getFirst().copy());
        return GeoJson.GEOMETRIES.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    /** The same in steps of the grid: whole numbers, with which JTS is exact about what lies on a border. */
    static Geometry inSteps(Geometry degrees) {
        Geometry steps = degrees.copy();
        steps.apply((Coordinate point) -> {
            point.x = PackedBoundary.step(point.x);
            point.y = PackedBoundary.step(point.y);
        });
        steps.geometryChanged();
        return steps;
    }

    static Coordinate onGrid(double longitude, double latitude) {
        return new Coordinate(Math.rint(longitude * 1e6) / 1e6, Math.rint(latitude * 1e6) / 1e6);
    }
}
