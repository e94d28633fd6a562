package org.bluelamp.directory.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A small country: two neighbourhoods side by side, a third that is an island in a hole of the first and has a part far
 * away, and a fourth that touches the second in one corner.
 *
 * <pre>
 *   west [0,2] with a hole [0.5,1]x[0.5,1], east [2,3], island = the hole and [9,10], corner [3,4]x[1,2]
 * </pre>
 */
class PointIndexTest {

    private static final AreaCode WEST = new AreaCode("testshire/dale/west");
    private static final AreaCode EAST = new AreaCode("testshire/dale/east");
    private static final AreaCode ISLAND = new AreaCode("testshire/dale/island");
    private static final AreaCode CORNER = new AreaCode("testshire/dale/corner");

    /** A metre to the north, in degrees. */
    private static final double METRE = 1 / 111_195.0;

    private final PointIndex index = new PointIndex(country());

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, west",
        "2.5, 0.5, east",
        "0.7, 0.7, island",
        "9.5, 0.5, island",
        "3.5, 1.5, corner",
    })
    void a_point_lies_in_its_neighbourhood_holes_and_far_parts_included(
            double longitude, double latitude, String slug) {
        assertThat(index.at(longitude, latitude)).contains(code(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.5, east", // between east and west
        "2, 0, east", // the same, where the border begins
        "0.5, 0.7, island", // on the edge of the hole
        "0.5, 0.5, island", // on a corner of the hole
        "3, 1, corner", // where corner and east touch
        "0, 0, west", // on the outer corner
        "0, 0.3333339999, west", // a hair from the grid
    })
    void a_point_on_a_border_lies_in_the_neighbourhood_whose_code_comes_first(
            double longitude, double latitude, String slug) {
        assertThat(index.at(longitude, latitude)).contains(code(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.000001, 0.5",
        "5, 0.5",
        "NaN, 0.5",
        "0.5, NaN",
        "181, 0",
        "0, 90.1",
        "-Infinity, 0",
        "360.1, 0.1",
    })
    void a_point_outside_of_all_or_not_on_the_earth_lies_nowhere(double longitude, double latitude) {
        assertThat(index.at(longitude, latitude)).isEmpty();
        assertThat(index.near(longitude, latitude, 0.05)).isEmpty();
    }

    @Test
    void near_a_border_both_sides_are_told_the_nearer_first() {
        double west = 2 - 30 * METRE;
        assertThat(index.near(west, 0.5, 40)).containsExactly(WEST, EAST);
        assertThat(index.near(west, 0.5, 20)).containsExactly(WEST);
        assertThat(index.near(2 + 30 * METRE, 0.5, 40)).containsExactly(EAST, WEST);
        assertThat(index.near(2, 0.5, 1)).containsExactly(EAST, WEST);
    }

    @Test
    void near_is_told_in_metres_also_where_degrees_of_longitude_are_short() {
        Geometry north = GeoJson.GEOMETRIES.toGeometry(new Envelope(0, 1, 60, 61));
        PointIndex far = new PointIndex(Map.of(WEST, indexed(north)));
        // A degree of longitude is half as long there.
        assertThat(far.near(0 - 150 * METRE, 60.5, 100)).containsExactly(WEST);
        assertThat(far.near(0 - 250 * METRE, 60.5, 100)).isEmpty();
        assertThat(far.near(0.5, 60 - 90 * METRE, 100)).containsExactly(WEST);
        assertThat(far.near(0.5, 60 - 110 * METRE, 100)).isEmpty();
    }

    @Test
    void those_that_share_a_border_or_a_corner_lie_beside_each_other() {
        assertThat(index.beside(WEST)).containsExactly(EAST, ISLAND);
        assertThat(index.beside(EAST)).containsExactly(CORNER, WEST);
        assertThat(index.beside(CORNER)).containsExactly(EAST);
        assertThat(index.beside(ISLAND)).containsExactly(WEST);
        assertThat(index.beside(new AreaCode("testshire/dale/nowhere"))).isEmpty();
    }

    @Test
    void a_gap_of_a_few_metres_between_neighbours_does_not_part_them() {
        Map<AreaCode, IndexedBoundary> apart = new LinkedHashMap<>();
        apart.put(WEST, indexed(GeoJson.GEOMETRIES.toGeometry(new Envelope(0, 1, 0, 1))));
        apart.put(EAST, indexed(GeoJson.GEOMETRIES.toGeometry(new Envelope(1 + 15 * METRE, 2, 0, 1))));
        apart.put(CORNER, indexed(GeoJson.GEOMETRIES.toGeometry(new Envelope(2 + 30 * METRE, 3, 0, 1))));
        assertThat(new PointIndex(apart).beside(EAST)).containsExactly(WEST);
    }

    @Test
    void with_nothing_known_every_point_lies_nowhere() {
        PointIndex empty = new PointIndex(Map.of());
        assertThat(empty.at(0, 0)).isEmpty();
        assertThat(empty.near(0, 0, 100)).isEmpty();
        assertThat(empty.beside(WEST)).isEmpty();
    }

    @Test
    void of_many_that_overlap_it_is_always_the_first_that_jts_knows_of() {
        RandomGenerator random = new SplittableRandom(6);
        RandomBoundaries boundaries = new RandomBoundaries(random);
        Map<AreaCode, Geometry> known = new LinkedHashMap<>();
        Map<AreaCode, IndexedBoundary> indexed = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            AreaCode code = new AreaCode("testshire/dale/n" + random.nextInt(100_000));
            Geometry boundary = boundaries.next(
                    -0.2 + random.nextInt(400) * 1e-6, 51.8 + random.nextInt(400) * 1e-6, 10 + random.nextInt(60));
            known.put(code, RandomBoundaries.inSteps(boundary));
            indexed.put(code, indexed(boundary));
        }
        PointIndex many = new PointIndex(indexed);
        for (int i = 0; i < 3_000; i++) {
            Coordinate point =
                    RandomBoundaries.onGrid(-0.2 + random.nextInt(400) * 1e-6, 51.8 + random.nextInt(400) * 1e-6);
            Optional<AreaCode> expected = known.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().covers(RandomBoundaries.inSteps(GeoJson.GEOMETRIES.createPoint(point))))
                    .map(Map.Entry::getKey)
                    .min(AreaCode::compareTo);
            assertThat(many.at(point.x, point.y)).isEqualTo(expected);
        }
    }

    private static Map<AreaCode, IndexedBoundary> country() {
        Geometry land = GeoJson.GEOMETRIES.toGeometry(new Envelope(0, 2, 0, 1));
        Geometry lake = GeoJson.GEOMETRIES.toGeometry(new Envelope(0.5, 1, 0.5, 1 - 1e-6));
        Geometry far = GeoJson.GEOMETRIES.toGeometry(new Envelope(9, 10, 0, 1));
        Map<AreaCode, IndexedBoundary> country = new LinkedHashMap<>();
        country.put(WEST, indexed(land.difference(lake)));
        country.put(EAST, indexed(GeoJson.GEOMETRIES.toGeometry(new Envelope(2, 3, 0, 1))));
        country.put(ISLAND, indexed(lake.union(far)));
        country.put(CORNER, indexed(GeoJson.GEOMETRIES.toGeometry(new Envelope(3, 4, 1, 2))));
        return country;
    }

    private static IndexedBoundary indexed(Geometry boundary) {
        return new IndexedBoundary(PackedBoundary.of(boundary));
    }

    private static AreaCode code(String slug) {
        return new AreaCode("testshire/dale/" + slug);
    }
}
