package org.bluelamp.directory.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluelamp.directory.area.Testshire.DISTRICT;
import static org.bluelamp.directory.area.Testshire.EAST;
import static org.bluelamp.directory.area.Testshire.FORCE;
import static org.bluelamp.directory.area.Testshire.WEST;
import static org.bluelamp.directory.area.Testshire.area;
import static org.bluelamp.directory.area.Testshire.square;

import java.util.List;
import java.util.Map;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.geo.BadBoundary;
import org.bluelamp.directory.geo.Boundaries;
import org.bluelamp.directory.place.Place;
import org.bluelamp.directory.place.Places;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.PartialPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** All of it in a transaction that is not committed, which sees what it has changed. */
@DirectoryTest
@Transactional
class MovedBordersTest {

    private static final Postcode MIDDLE = new Postcode("ZZ11AA");
    private static final Postcode FAR_EAST = new Postcode("ZZ11AB");
    private static final Postcode OUTSIDE = new Postcode("ZZ11AC");

    @Autowired
    private AreaRegister register;

    @Autowired
    private Areas areas;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private Outlines outlines;

    @Autowired
    private Postcodes postcodes;

    @Autowired
    private Places places;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void a_force_with_postcodes_and_places() {
        register.put(Testshire.areas());
        postcodes.put(List.of(postcode(MIDDLE, 1.5, EAST), postcode(FAR_EAST, 1.9, EAST), postcode(OUTSIDE, 3, null)));
        places.put(List.of(place("Middle", 1.5, EAST), place("Far East", 1.9, EAST)));
    }

    @Test
    void points_that_a_moved_border_passes_belong_to_the_other_side() {
        moveTheBorderTo(1.7);
        assertThat(neighbourhoods.at(1.5, 0.5)).contains(WEST);
        assertThat(postcodes.find(MIDDLE)).map(LocatedPostcode::neighbourhood).contains(WEST);
        assertThat(postcodes.find(FAR_EAST)).map(LocatedPostcode::neighbourhood).contains(EAST);
        assertThat(postcodes.neighbourhoods(new PartialPostcode("ZZ1", ""))).containsExactly(EAST, WEST);
        assertThat(places.names(List.of(WEST, EAST)))
                .isEqualTo(Map.of(WEST, List.of("Middle"), EAST, List.of("Far East")));
    }

    @Test
    void points_that_no_neighbourhood_holds_any_more_belong_to_none() {
        register.put(List.of(area(EAST, "Dale East", square(1, 1.2))));
        assertThat(postcodes.find(MIDDLE))
                .hasValueSatisfying(lost -> assertThat(lost.neighbourhood()).isNull());
        assertThat(postcodes.neighbourhoods(new PartialPostcode("ZZ1", ""))).isEmpty();
        assertThat(places.within(EAST)).isEmpty();
    }

    @Test
    void points_that_a_neighbourhood_takes_in_belong_to_it() {
        register.put(List.of(area(EAST, "Dale East", square(1, 4))));
        assertThat(postcodes.find(OUTSIDE)).map(LocatedPostcode::neighbourhood).contains(EAST);
    }

    @Test
    void places_of_one_name_may_come_to_lie_side_by_side() {
        places.put(List.of(place("Middle", 0.5, WEST)));
        moveTheBorderTo(1.7);
        assertThat(places.names(List.of(WEST)).get(WEST)).containsExactly("Middle", "Middle");
    }

    @Test
    void the_neighbours_and_all_above_are_drawn_anew_and_announced_once() {
        long before = areas.boundaryRevision();
        moveTheBorderTo(1.7);
        assertThat(announcedAs(2))
                .containsExactlyInAnyOrder(FORCE.value(), DISTRICT.value(), WEST.value(), EAST.value());
        assertThat(outlines.current()
                        .within(AreaKind.NEIGHBOURHOOD, DISTRICT)
                        .get(WEST)
                        .getArea())
                .isEqualTo(1.7);
        assertThat(areas.boundaryRevision()).isEqualTo(before + 1);
        register.put(List.of(area(EAST, "Dale East", square(1.7, 4))));
        assertThat(announcedAs(3)).containsExactlyInAnyOrder(FORCE.value(), DISTRICT.value(), EAST.value());
        assertThat(areas.boundary(FORCE).orElseThrow().getArea()).isEqualTo(4);
    }

    @Test
    void what_moves_no_border_moves_no_point_and_reads_nothing_again() {
        long boundaries = areas.boundaryRevision();
        long moved = postcodeRevision();
        register.put(List.of(area(EAST, "Another Name", square(1, 2)), area(WEST, "Dale West", null)));
        assertThat(areas.find(EAST)).map(Area::name).contains("Another Name");
        assertThat(areas.boundary(WEST)).contains(square(0, 1));
        assertThat(areas.boundaryRevision()).isEqualTo(boundaries);
        moveTheBorderTo(1.1);
        assertThat(postcodeRevision()).isEqualTo(moved);
    }

    @Test
    void one_bad_boundary_among_many_changes_nothing() {
        assertThatThrownBy(() -> register.put(List.of(
                        area(WEST, "Dale West", square(0, 1.7)),
                        area(
                                EAST,
                                "Dale East",
                                Boundaries.ofGeoJson(
                                        "Dale East",
                                        "{\"type\":\"Polygon\",\"coordinates\":[[[1,0],[2,1],[2,0],[1,1],[1,0]]]}")))))
                .isInstanceOf(BadBoundary.class)
                .hasMessage("The boundary of Dale East crosses itself at longitude 1.5, latitude 0.5");
        assertThat(neighbourhoods.at(1.5, 0.5)).contains(EAST);
        assertThat(announcedAs(2)).isEmpty();
    }

    private void moveTheBorderTo(double longitude) {
        register.put(
                List.of(area(WEST, "Dale West", square(0, longitude)), area(EAST, "Dale East", square(longitude, 2))));
    }

    private List<String> announcedAs(int version) {
        return database.sql("""
                        select subject from messaging.outbox
                        where type = 'directory.area.changed' and subject like 'testshire%' and version = :version
                        """).param("version", version).query(String.class).list();
    }

    private long postcodeRevision() {
        return database.sql("select revision from postcode_revision")
                .query(Long.class)
                .single();
    }

    private static LocatedPostcode postcode(Postcode code, double longitude, @Nullable AreaCode neighbourhood) {
        return new LocatedPostcode(code, longitude, 0.5, neighbourhood, null, null, DemoData.SOURCE);
    }

    private static Place place(String name, double longitude, AreaCode neighbourhood) {
        return new Place(name, "village", null, longitude, 0.5, neighbourhood, DemoData.SOURCE);
    }
}
