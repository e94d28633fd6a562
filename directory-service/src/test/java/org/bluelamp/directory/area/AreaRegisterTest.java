package org.bluelamp.directory.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.team.TeamDescription;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.testing.contract.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test's areas are of a force of its own and gone with its transaction. */
@DirectoryTest
@Transactional
class AreaRegisterTest {

    private static final AreaCode FORCE = new AreaCode("testshire");
    private static final AreaCode DISTRICT = new AreaCode("testshire/dale");
    private static final AreaCode WEST = new AreaCode("testshire/dale/west");
    private static final AreaCode EAST = new AreaCode("testshire/dale/east");

    @Autowired
    private AreaRegister register;

    @Autowired
    private Areas areas;

    @Autowired
    private TeamRegister teams;

    @Autowired
    private DemoData demo;

    @Autowired
    private JdbcClient database;

    @Test
    void all_that_the_demo_data_announces_keeps_the_contract() {
        List<String[]> events = database.sql(
                        "select type, data from messaging.outbox where subject like 'hertfordshire%'")
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        assertThat(events).hasSizeGreaterThanOrEqualTo(77);
        events.forEach(event -> Contracts.validate(event[0], event[1]));
    }

    @Test
    void the_demo_data_is_loaded_once() {
        assertThat(demo.load()).isFalse();
    }

    @Test
    void households_of_the_demo_add_up_to_what_a_third_of_them_on_alerts_needs() {
        assertThat(areas.all(AreaKind.NEIGHBOURHOOD).stream()
                        .mapToInt(area -> area.households() == null ? 0 : area.households())
                        .sum())
                .isEqualTo(510_000);
    }

    @Test
    void a_new_area_is_announced_parents_first() {
        putAll();
        assertThat(announced())
                .containsExactly("testshire 1", "testshire/dale 1", "testshire/dale/east 1", "testshire/dale/west 1");
    }

    @Test
    void the_same_told_again_changes_and_announces_nothing() {
        putAll();
        assertThat(register.put(List.of(force(), district(), west("West", square(0, 1)), east())))
                .isEmpty();
        assertThat(announced()).hasSize(4);
    }

    @Test
    void what_is_different_is_announced_with_a_higher_version() {
        putAll();
        assertThat(register.put(List.of(west("Far West", null)))).containsExactly(WEST);
        assertThat(announced()).contains("testshire/dale/west 2").hasSize(5);
        assertThat(areas.boundary(WEST)).isPresent();
    }

    @Test
    void a_districts_boundary_is_that_of_its_neighbourhoods_together_and_follows_them() {
        putAll();
        assertThat(areas.boundary(DISTRICT).orElseThrow().getArea()).isEqualTo(2);
        register.put(List.of(west("West", square(-1, 1))));
        assertThat(areas.boundary(DISTRICT).orElseThrow().getArea()).isEqualTo(3);
        assertThat(announced()).contains("testshire 2", "testshire/dale 2", "testshire/dale/west 2");
    }

    @Test
    void a_moved_border_is_seen_by_every_replica() {
        putAll();
        long before = areas.boundaryRevision();
        register.put(List.of(west("West", square(-1, 1))));
        assertThat(areas.boundaryRevision()).isGreaterThan(before);
    }

    @Test
    void a_new_label_reaches_the_areas_of_that_force_and_their_teams() {
        putAll();
        teams.put(List.of(new TeamDescription(WEST, null, "101", List.of(), List.of(), DemoData.SOURCE)));
        register.label(FORCE, "Safer Neighbourhood Team");
        assertThat(areas.find(EAST).orElseThrow().label()).isEqualTo("Safer Neighbourhood Team");
        assertThat(areas.find(new AreaCode("hertfordshire")).orElseThrow().label())
                .isEqualTo("Neighbourhood Policing Team");
        assertThat(database.sql("""
                                select data from messaging.outbox
                                where type = 'directory.team.changed' and subject = 'testshire/dale/west' and version = 2
                                """).query(String.class).single()).contains("Safer Neighbourhood Team");
    }

    @Test
    void a_snapshot_tells_every_area_with_the_version_it_has() {
        putAll();
        assertThat(areas.announcements(null).map(event -> event.subject() + " " + event.version()))
                .contains("testshire/dale/west 1", "hertfordshire/watford 1")
                .hasSize(48);
    }

    @Test
    void an_area_that_cannot_be_is_refused_with_the_reason() {
        Geometry bow = GeoJson.read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}");
        assertThatThrownBy(() -> west("West", bow)).hasMessageContaining("crosses itself");
        assertThatThrownBy(() -> west(" ", null)).hasMessageContaining("has no name");
        assertThatThrownBy(() -> GeoJson.read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0]]]}"))
                .hasMessageContaining("ends where it begins");
        assertThatThrownBy(() -> GeoJson.read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,\"x\"],[1,0],[0,0]]]}"))
                .hasMessageContaining("Point 2");
        assertThatThrownBy(() -> GeoJson.read("nonsense")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> GeoJson.read("{\"type\":\"Point\",\"coordinates\":[0,0]}"))
                .hasMessageContaining("Polygon");
    }

    private void putAll() {
        assertThat(register.put(List.of(west("West", square(0, 1)), east(), district(), force())))
                .hasSize(4);
    }

    private List<String> announced() {
        return database.sql("""
                        select subject || ' ' || version from messaging.outbox
                        where type = 'directory.area.changed' and subject like 'testshire%' order by position
                        """).query(String.class).list();
    }

    private static AreaDescription force() {
        return area(FORCE, "Testshire", null);
    }

    private static AreaDescription district() {
        return area(DISTRICT, "Dale", null);
    }

    private static AreaDescription west(String name, @Nullable Geometry boundary) {
        return area(WEST, name, boundary);
    }

    private static AreaDescription east() {
        return area(EAST, "East", square(1, 2));
    }

    private static AreaDescription area(AreaCode code, String name, @Nullable Geometry boundary) {
        return new AreaDescription(
                code,
                name,
                "Neighbourhood Policing Team",
                Contact.NONE,
                List.of(new SocialAccount(
                        "facebook",
                        "@" + name,
                        "https://www.facebook.com/" + code.value().length())),
                null,
                boundary,
                DemoData.SOURCE);
    }

    private static Geometry square(int from, int to) {
        return GeoJson.GEOMETRIES.toGeometry(new Envelope(from, to, 0, 1));
    }
}
