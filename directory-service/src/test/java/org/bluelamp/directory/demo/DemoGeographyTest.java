package org.bluelamp.directory.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.directory.geo.Coverage;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.place.Place;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The invented boundaries of the demo data. */
class DemoGeographyTest {

    private final Map<AreaCode, Geometry> boundaries = DemoGeography.boundaries(DemoData.outline(), DemoData.towns());

    @Test
    void each_of_the_33_neighbourhoods_has_a_valid_boundary() {
        assertThat(boundaries).hasSize(33);
        assertThat(boundaries.values()).allMatch(Geometry::isValid);
    }

    @Test
    void no_two_boundaries_overlap_and_neighbours_share_their_border() {
        Geometry[] all = boundaries.values().toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(all)).isTrue();
        for (int i = 0; i < all.length; i++) {
            for (int j = i + 1; j < all.length; j++) {
                assertThat(all[i].intersection(all[j]).getArea()).isZero();
            }
        }
    }

    @Test
    void together_they_fill_the_county_without_a_hole() {
        Geometry county = Coverage.union(boundaries.values());
        assertThat(county).isInstanceOf(Polygon.class);
        assertThat(((Polygon) county).getNumInteriorRing()).isZero();
    }

    @Test
    void every_place_lies_in_the_neighbourhood_it_is_said_to_lie_in() {
        assertThat(DemoData.towns())
                .allSatisfy(place -> assertThat(boundaries
                                .get(place.neighbourhood())
                                .contains(GeoJson.GEOMETRIES.createPoint(
                                        new Coordinate(place.longitude(), place.latitude()))))
                        .as(place.name())
                        .isTrue());
    }

    @Test
    void every_postcode_lies_in_the_neighbourhood_of_its_place() {
        Map<String, AreaCode> neighbourhoods =
                DemoData.towns().stream().collect(Collectors.toMap(Place::name, Place::neighbourhood));
        assertThat(CsvFile.rows("demo/hertfordshire/postcodes.csv"))
                .hasSizeGreaterThan(300)
                .allSatisfy(row -> assertThat(boundaries
                                .get(neighbourhoods.get(row.get("place")))
                                .contains(GeoJson.GEOMETRIES.createPoint(
                                        new Coordinate(row.number("longitude"), row.number("latitude")))))
                        .as(row.get("postcode"))
                        .isTrue());
    }

    @Test
    void outlines_for_drawing_still_fit_together() {
        Map<AreaCode, Geometry> outlines = Coverage.outlines(boundaries);
        assertThat(CoverageValidator.isValid(outlines.values().toArray(Geometry[]::new)))
                .isTrue();
        assertThat(outlines.values().stream().mapToInt(Geometry::getNumPoints).sum())
                .isLessThan(boundaries.values().stream()
                        .mapToInt(Geometry::getNumPoints)
                        .sum());
    }

    @Test
    void the_same_input_makes_the_same_boundaries() {
        assertThat(DemoGeography.boundaries(DemoData.outline(), DemoData.towns()))
                .isEqualTo(boundaries);
    }
}
