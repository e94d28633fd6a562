package org.bluelamp.directory.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Whatever is no boundary is refused in a sentence: whose, what, where. */
class BoundariesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))                                  | crosses itself at longitude 0.5, latitude 0.5",
                "POLYGON ((0 0, 2 0, 2 2, 1 0, 0 2, 0 0))                             | touches itself at longitude 1, latitude 0",
                "POLYGON ((0 0, 1 0, 1 1, 0 0), (5 5, 6 5, 6 6, 5 5))                 | has a hole that does not lie inside it at longitude 5, latitude 5",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 2)) | has a hole inside a hole at longitude 2, latitude 2",
                "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 2, 2 1, 4 2, 2 3, 0 2))       | has holes that cut it in two at longitude 0, latitude 2",
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))   | has a part inside another part at longitude 1, latitude 1",
                "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1))) | crosses itself at longitude 2, latitude 1",
                "POLYGON ((0 0, 1 1, 2 2, 0 0))                                       | crosses itself",
                "POLYGON ((1 1, 1 1, 1 1, 1 1))                                       | has a ring that encloses nothing at longitude 1, latitude 1",
                "POLYGON EMPTY                                                        | has no points",
                "MULTIPOLYGON EMPTY                                                   | has no points",
                "POINT (0 0)                                                          | is neither a Polygon nor a MultiPolygon",
                "POLYGON ((0 0, 181 0, 181 1, 0 0))                                   | has a point that is not on the earth: point 2 of a ring, at longitude 181, latitude 0",
                "POLYGON ((0 0, 1 0, 1 -90.5, 0 0))                                   | has a point that is not on the earth: point 3 of a ring, at longitude 1, latitude -90.5",
                "POLYGON ((0 0, NaN 0, 1 1, 0 0))                                     | has a point that is no longitude and latitude: point 2 of a ring",
                "POLYGON ((0 0, 0.0000001 0, 0 0.0000001, 0 0))                       | encloses nothing at longitude 0, latitude 0",
            })
    void what_is_no_boundary_is_refused_with_what_is_wrong_and_where(String text, String message) {
        assertThatThrownBy(() -> Boundaries.checked("Town Centre", shape(text)))
                .isInstanceOf(BadBoundary.class)
                .hasMessageStartingWith("The boundary of Town Centre " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nonsense                                                                | is not JSON",
                "[]                                                                      | is neither a Polygon nor a MultiPolygon",
                "{\"type\":\"Point\",\"coordinates\":[0,0]}                              | is neither a Polygon nor a MultiPolygon",
                "{\"type\":\"Polygon\"}                                                  | has no points",
                "{\"type\":\"Polygon\",\"coordinates\":[]}                               | has no points",
                "{\"type\":\"Polygon\",\"coordinates\":[[]]}                             | has no points",
                "{\"type\":\"Polygon\",\"coordinates\":[0,0]}                          | has a point where a list of points belongs",
                "{\"type\":\"Polygon\",\"coordinates\":[[0,0],[1,1],[1,0],[0,0]]}    | has a point where a list of points belongs",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,0]]]} | has a point where a list of points belongs",
                "{\"type\":\"Polygon\",\"coordinates\":[[[[0,0],[1,1],[1,0],[0,0]]]]} | has a list where a point belongs",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],{\"x\":[1]},[1,0],[0,0]]]} | has a point that is no longitude and latitude: point 2 of a ring",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]                   | is not JSON",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}                          | has no points",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0]]]}            | is not closed: it begins at longitude 0, latitude 0 and ends at longitude 1, latitude 0",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}            | has a ring of 3 points at longitude 0, latitude 0",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,\"x\"],[1,0],[0,0]]]}  | has a point that is no longitude and latitude: point 2 of a ring",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1],[1,0],[0,0]]]}        | has a point that is no longitude and latitude: point 2 of a ring",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1e400,1],[1,0],[0,0]]]}  | has a point that is",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]} | crosses itself at longitude 0.5, latitude 0.5",
            })
    void geojson_that_is_no_boundary_is_refused_likewise(String json, String message) {
        assertThatThrownBy(() -> Boundaries.ofGeoJson("Town Centre", json))
                .isInstanceOf(BadBoundary.class)
                .hasMessageStartingWith("The boundary of Town Centre " + message);
    }

    @Test
    void rings_that_are_no_boundary_are_refused_likewise() {
        List<Coordinate> open = List.of(point(0, 0), point(1, 0), point(1, 1), point(0, 1));
        assertThatThrownBy(() -> Boundaries.ofRings("Ware", List.of(List.of(open))))
                .hasMessage("The boundary of Ware is not closed: it begins at longitude 0, latitude 0 and ends at"
                        + " longitude 0, latitude 1");
        assertThatThrownBy(() -> Boundaries.ofRings("Ware", List.of()))
                .hasMessage("The boundary of Ware has no points");
    }

    @Test
    void a_ring_becomes_a_polygon_and_several_become_a_multipolygon() {
        List<Coordinate> here = List.of(point(0, 0), point(1, 0), point(1, 1), point(0, 0));
        List<Coordinate> there = List.of(point(5, 5), point(6, 5), point(6, 6), point(5, 5));
        assertThat(Boundaries.ofRings("Ware", List.of(List.of(here)))).isInstanceOf(Polygon.class);
        assertThat(Boundaries.ofRings("Ware", List.of(List.of(here), List.of(there))))
                .isInstanceOf(MultiPolygon.class);
    }

    @Test
    void points_are_kept_as_they_are_when_they_lie_on_the_grid_and_taken_to_it_otherwise() {
        Geometry onGrid = shape("POLYGON ((-0.2 51.8, -0.1 51.8, -0.1 51.9, -0.2 51.8))");
        assertThat(Boundaries.checked("Ware", onGrid)).isSameAs(onGrid);
        Geometry taken = Boundaries.checked(
                "Ware", shape("POLYGON ((-0.20000049 51.8, -0.1 51.8, -0.1 51.9, -0.20000049 51.8))"));
        assertThat(taken.norm()).isEqualTo(onGrid.norm());
    }

    @Test
    void geojson_may_hold_heights_other_members_and_its_type_last() {
        Geometry read = Boundaries.ofGeoJson(
                "Ware",
                "{\"bbox\":[0,[1]],\"coordinates\":[[[0,0,80],[1,0,[1]],[1,1],[0,0]]],\"crs\":{\"a\":1},\"type\":\"Polygon\"}");
        assertThat(read).isEqualTo(shape("POLYGON ((0 0, 1 0, 1 1, 0 0))"));
    }

    @Test
    void a_boundary_stays_the_same_when_it_is_written_and_read() {
        Geometry holed = shape(
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 20, 21 20, 21 21, 20 20)))");
        assertThat(GeoJson.read(GeoJson.write(holed).toString()).equalsExact(holed))
                .isTrue();
    }

    @Test
    void small_holes_and_parts_stay_in_the_outline() {
        Geometry land = GeoJson.GEOMETRIES.toGeometry(new Envelope(0, 0.1, 0, 0.1));
        Geometry hole = GeoJson.GEOMETRIES.toGeometry(new Envelope(0.05, 0.0501, 0.05, 0.0501));
        Geometry island = GeoJson.GEOMETRIES.toGeometry(new Envelope(0.2, 0.2001, 0, 0.0001));
        Map<String, Geometry> boundaries = new LinkedHashMap<>();
        boundaries.put("holed", land.difference(hole).union(island));
        boundaries.put("in the hole", hole);
        Map<String, Geometry> outlines = Coverage.outlines(boundaries);
        Geometry holed = outlines.get("holed");
        assertThat(holed.getNumGeometries()).isEqualTo(2);
        assertThat(holed.getArea()).isEqualTo(boundaries.get("holed").getArea());
        assertThat(outlines.get("in the hole").getArea()).isEqualTo(hole.getArea());
    }

    private static Coordinate point(double longitude, double latitude) {
        return new Coordinate(longitude, latitude);
    }

    private static Geometry shape(String text) {
        try {
            return new WKTReader(GeoJson.GEOMETRIES).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
