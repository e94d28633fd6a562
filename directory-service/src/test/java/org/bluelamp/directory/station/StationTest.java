package org.bluelamp.directory.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bluelamp.directory.team.TheTeam.ADA;
import static org.bluelamp.directory.team.TheTeam.DINA;
import static org.bluelamp.directory.team.TheTeam.NORTH;
import static org.bluelamp.directory.team.TheTeam.OLIVE;
import static org.bluelamp.directory.team.TheTeam.OSCAR;
import static org.bluelamp.directory.team.TheTeam.PAGE;
import static org.bluelamp.directory.team.TheTeam.SAM;
import static org.bluelamp.directory.team.TheTeam.STEVENAGE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.Forms;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DirectoryTest
class StationTest {

    private static final String LIST = "/staff/directory/stations/" + NORTH;
    private static final String NEW = "/staff/directory/stations/new/" + NORTH;

    @LocalServerPort
    private int port;

    @Autowired
    private Stations stations;

    @Autowired
    private StationRegister register;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void take_away() {
        database.sql("delete from station where area = :area")
                .param("area", NORTH.value())
                .update();
    }

    @Test
    void a_neighbourhood_shows_its_own_stations_and_those_of_its_district_with_their_hours() {
        register.put(NORTH, List.of(station("Corner shop", null)), DemoData.SOURCE);
        Document page = new Caller(port).page(PAGE);
        assertThat(page.select(".bl-station h3").eachText()).containsExactly("Corner shop", "Stevenage police station");
        assertThat(page.select(".bl-station").get(0).text()).contains("We do not have opening hours for this station");
        assertThat(page.select(".bl-station").get(1).text())
                .contains("7 Demonstration Road, Stevenage")
                .containsPattern("Open today until (5pm|8pm)|Closed now, opens (today|tomorrow|on \\w+) at \\dam")
                .contains("Sunday Closed", "Saturday 9am to 5pm", "As known since");
    }

    @Test
    void a_sergeant_enters_changes_and_removes_a_station() {
        Map<String, String> form = Forms.fields(web(SAM).page(NEW), NEW);
        form.put("name", "Library desk");
        form.put("postcode", "sg11ab");
        form.put("hours[2]", "10am to 12");
        assertThat(web(SAM).post(NEW, form).status()).isEqualTo(303);
        Station added = stations.of(List.of(NORTH)).getFirst();
        assertThat(added.described().postcode()).isEqualTo("SG1 1AB");
        assertThat(added.source()).isEqualTo(Sources.STAFF);

        String edit = "/staff/directory/station/" + added.id();
        Map<String, String> change = Forms.fields(web(SAM).page(edit), edit);
        assertThat(change).containsEntry("hours[2]", "10:00 to 12:00");
        change.put("telephone", "01438 000002");
        assertThat(web(SAM).post(edit, change).status()).isEqualTo(303);
        assertThat(web(SAM).post(edit, change).status()).isEqualTo(409);

        assertThat(web(SAM).post(edit + "/remove", Map.of("version", "2")).status())
                .isEqualTo(303);
        assertThat(stations.of(List.of(NORTH))).isEmpty();
    }

    @Test
    void each_step_is_undone_from_the_history() {
        Station added = register.add(who("Sam"), NORTH, station("Library desk", null));
        register.change(who("Sam"), NORTH, added.id(), station("Library desk", "By the door"), 1);
        register.remove(who("Sam"), NORTH, added.id(), 2);

        assertThat(undoLatest().status()).isEqualTo(303);
        assertThat(stations.of(List.of(NORTH)).getFirst().described().description())
                .isEqualTo("By the door");
        assertThat(undo(2).status()).isEqualTo(303);
        assertThat(stations.of(List.of(NORTH)).getFirst().described().description())
                .isNull();
        assertThat(undo(1).status()).isEqualTo(409);
    }

    @Test
    void officers_look_and_sergeants_and_administrators_change() {
        for (String own : List.of(LIST, NEW)) {
            assertThat(web(SAM).get(own).status()).isEqualTo(200);
            assertThat(web(DINA).get(own).status()).isEqualTo(200);
            assertThat(web(OLIVE).get(own).status()).isEqualTo(403);
            assertThat(web(OSCAR).get(own).status()).isEqualTo(403);
            assertThat(new Caller(port).get(own).status()).isEqualTo(401);
        }
        String district = "/staff/directory/stations/" + STEVENAGE;
        assertThat(web(DINA).get(district).status()).isEqualTo(200);
        assertThat(web(ADA).get(district).status()).isEqualTo(200);
        assertThat(web(SAM).get(district).status()).isEqualTo(403);
        assertThat(web(ADA).get("/staff/directory/stations/hertfordshire").status())
                .isEqualTo(404);
        Station ofDistrict = stations.of(List.of(STEVENAGE)).getFirst();
        String edit = "/staff/directory/station/" + ofDistrict.id();
        assertThat(web(SAM).get(edit).status()).isEqualTo(403);
        assertThat(web(SAM).post(edit, Map.of("name", "Mine", "version", "1")).status())
                .isEqualTo(403);
        assertThat(web(SAM).post(edit + "/remove", Map.of("version", "1")).status())
                .isEqualTo(403);
        assertThat(web(OLIVE).post(NEW, Map.of("name", "Mine", "version", "0")).status())
                .isEqualTo(403);
        assertThat(stations.of(List.of(NORTH))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name     | ''                          | Enter the station’s name",
                "name     | <i>x</i>                    | Enter the name without the characters < and >",
                "postcode | nowhere                     | Enter a full postcode, like SG1 1AB",
                "hours[1] | sometimes                   | Enter the times of Tuesday like 9:00 to 17:00",
                "hours[0] | 9:00 to 13:00, 12:00 to 15:00 | The times of a day must follow each other",
            })
    void what_no_station_can_be_is_told_at_its_field(String field, String value, String message) {
        Map<String, String> form = Forms.fields(web(SAM).page(NEW), NEW);
        form.put("name", "Library desk");
        form.put(field, value);
        Answer answer = web(SAM).post(NEW, form);
        assertThat(answer.status()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".govuk-error-summary").text()).contains(message);
        page.select(".govuk-error-summary a")
                .forEach(
                        line -> assertThat(page.getElementById(line.attr("href").substring(1)))
                                .isNotNull());
        assertThat(stations.of(List.of(NORTH))).isEmpty();
    }

    @Test
    void telling_the_same_again_changes_nothing_and_what_staff_entered_stays() {
        List<StationDescription> told = List.of(station("One", null), station("Two", null));
        assertThat(register.put(NORTH, told, DemoData.SOURCE)).isTrue();
        assertThat(register.put(NORTH, told, DemoData.SOURCE)).isFalse();
        Station one = stations.of(List.of(NORTH)).getFirst();
        register.change(who("Sam"), NORTH, one.id(), station("One", "Ours now"), 1);
        register.add(who("Sam"), NORTH, station("Three", null));
        assertThat(register.put(NORTH, List.of(station("One", null), station("Four", null)), DemoData.SOURCE))
                .isTrue();
        assertThat(stations.of(List.of(NORTH)))
                .extracting(Station::name, station -> station.described().description())
                .containsExactly(tuple("Four", null), tuple("One", "Ours now"), tuple("Three", null));
    }

    @Test
    void a_force_has_no_stations_and_a_station_lies_on_earth() {
        assertThatThrownBy(() -> register.put(new AreaCode("hertfordshire"), List.of(), DemoData.SOURCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StationDescription("X", null, null, null, null, Double.NaN, 0.0, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StationDescription("X", null, null, null, null, 1.0, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Answer undoLatest() {
        return undo(0);
    }

    /** Undoes the n-th change of the page, the newest being 0. */
    private Answer undo(int n) {
        String history = "/staff/directory/history/" + NORTH;
        String id = web(SAM).page(history).select(".bl-change").get(n).id().substring("change-".length());
        return web(SAM).post(history, Map.of("change", id));
    }

    private static StationDescription station(String name, @Nullable String description) {
        return new StationDescription(name, null, null, null, null, null, null, null, description);
    }

    private static StaffMember who(String name) {
        return new StaffMember(name.toLowerCase(Locale.ROOT), name, Set.of(Role.SERGEANT), Set.of(NORTH));
    }

    private Caller web(TestStaff who) {
        return new Caller(port).as(who);
    }
}
