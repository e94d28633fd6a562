package org.bluelamp.directory.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.bluelamp.directory.geo.GeoJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Compares with JTS, which is slower, larger and known to be right. */
class IndexedBoundaryTest {

    private static final int BOUNDARIES = 3_000;
    private static final int POINTS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void thousands_of_ragged_boundaries_with_holes_and_parts_hold_the_points_that_jts_says_they_hold(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        RandomBoundaries boundaries = new RandomBoundaries(random);
        int inside = 0;
        int border = 0;
        for (int i = 0; i < BOUNDARIES; i++) {
            int size = 5 + random.nextInt(60);
            Geometry boundary = boundaries.next(-0.2, 51.8, size);
            IndexedBoundary indexed = new IndexedBoundary(PackedBoundary.of(boundary));
            SimplePointInAreaLocator jts = new SimplePointInAreaLocator(RandomBoundaries.inSteps(boundary));
            for (int j = 0; j < POINTS; j++) {
                Coordinate point = somewhere(random, boundary);
                int x = PackedBoundary.step(point.x);
                int y = PackedBoundary.step(point.y);
                int location = jts.locate(new Coordinate(x, y));
                assertThat(indexed.covers(x, y))
                        .as("%s in %s", point, boundary)
                        .isEqualTo(location != Location.EXTERIOR);
                inside += location == Location.INTERIOR ? 1 : 0;
                border += location == Location.BOUNDARY ? 1 : 0;
            }
        }
        // Else the comparison would say little.
        assertThat(inside).isGreaterThan(BOUNDARIES * POINTS / 10);
        assertThat(border).isGreaterThan(BOUNDARIES);
    }

    @Test
    void every_corner_of_every_ring_is_covered() {
        RandomBoundaries boundaries = new RandomBoundaries(new SplittableRandom(3));
        for (int i = 0; i < 500; i++) {
            Geometry boundary = boundaries.next(-0.2, 51.8, 50);
            IndexedBoundary indexed = new IndexedBoundary(PackedBoundary.of(boundary));
            for (Coordinate corner : boundary.getCoordinates()) {
                assertThat(indexed.covers(PackedBoundary.step(corner.x), PackedBoundary.step(corner.y)))
                        .isTrue();
            }
        }
    }

    @Test
    void the_distance_to_a_boundary_is_that_of_jts_to_a_part_in_a_thousand() {
        RandomGenerator random = new SplittableRandom(4);
        RandomBoundaries boundaries = new RandomBoundaries(random);
        double shrink = Math.cos(Math.toRadians(51.8));
        for (int i = 0; i < 300; i++) {
            Geometry boundary = boundaries.next(-0.2, 51.8, 2_000);
            IndexedBoundary indexed = new IndexedBoundary(PackedBoundary.of(boundary));
            Geometry inMetres = metres(boundary, shrink);
            for (int j = 0; j < 20; j++) {
                Coordinate point = somewhere(random, boundary);
                double expected = inMetres.distance(metres(GeoJson.GEOMETRIES.createPoint(point), shrink));
                double told = indexed.distance(PackedBoundary.step(point.x), PackedBoundary.step(point.y), 150);
                if (expected < 149.5) {
                    assertThat(told).isCloseTo(expected, within(0.05 + expected / 1000));
                } else if (expected > 150.5) {
                    assertThat(told).isInfinite();
                }
            }
        }
    }

    @Test
    void long_edges_do_not_fill_the_strips() {
        // A comb whose every tooth reaches from end to end.
        int teeth = 2_000;
        Coordinate[] ring = new Coordinate[2 * teeth + 3];
        for (int i = 0; i < teeth; i++) {
            ring[2 * i] = RandomBoundaries.onGrid(i * 1e-5, 0);
            ring[2 * i + 1] = RandomBoundaries.onGrid(i * 1e-5 + 5e-6, 0.5);
        }
        ring[2 * teeth] = RandomBoundaries.onGrid(teeth * 1e-5, 0);
        ring[2 * teeth + 1] = RandomBoundaries.onGrid(teeth * 1e-5, -0.5);
        ring[2 * teeth + 2] = ring[0];
        Geometry comb = GeoJson.GEOMETRIES.createPolygon(ring);
        // It is not valid everywhere at this scale, but it can be looked into.
        IndexedBoundary indexed = new IndexedBoundary(PackedBoundary.of(comb));
        assertThat(indexed.covers(PackedBoundary.step(0.005), PackedBoundary.step(-0.1)))
                .isTrue();
        assertThat(indexed.entries()).isLessThanOrEqualTo(4 * ring.length);
    }

    @Test
    void a_packed_boundary_unpacks_to_what_it_was() {
        RandomBoundaries boundaries = new RandomBoundaries(new SplittableRandom(5));
        for (int i = 0; i < 500; i++) {
            Geometry boundary = boundaries.next(-0.2, 51.8, 500);
            assertThat(PackedBoundary.of(boundary).geometry().equalsExact(boundary))
                    .isTrue();
        }
    }

    /** A point of the grid in or around the boundary, often on it. */
    private static Coordinate somewhere(RandomGenerator random, Geometry boundary) {
        Envelope around = boundary.getEnvelopeInternal();
        around.expandBy(2e-6);
        return RandomBoundaries.onGrid(
                around.getMinX() + random.nextDouble() * around.getWidth(),
                around.getMinY() + random.nextDouble() * around.getHeight());
    }

    private static <G extends Geometry> Geometry metres(G degrees, double shrink) {
        Geometry copy = degrees.copy();
        copy.apply((Coordinate point) -> {
            point.x = point.x * 111_195 * shrink;
            point.y = point.y * 111_195;
        });
        copy.geometryChanged();
        return copy;
    }
}
