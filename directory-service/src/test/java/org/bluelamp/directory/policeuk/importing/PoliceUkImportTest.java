package org.bluelamp.directory.policeuk.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.importing.ImportRun;
import org.bluelamp.directory.importing.ImportRun.Outcome;
import org.bluelamp.directory.importing.ImportTest;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coastshire is invented and has every quirk of the national police data. */
@ImportTest
class PoliceUkImportTest {

    /** In what our interface differs from what was imported: path, place, what it tells, and why. Nothing else may. */
    private static final String EXCEPTIONS = """
            forces/F | /name | Coastshire & Isles Police | entities in names are unescaped
            forces/F | /engagement_methods/0/description | News & appeals | a description that is no HTML is told as text
            forces/F | /engagement_methods/3/url |  | what is no address on the web is left out
            forces/F/people | /0/bio | Served at sea. | a biography is told as text
            forces/F/people | /1/name | Ben O'Quay | entities in names are unescaped
            F/NC04 | /name | Town & Quay | entities in names are unescaped
            F/NC04 | /description | <p>Busy <strong>quay</strong>.</p> | script is never taken
            F/NC04 | /centre/latitude | 60.05 | a number is told in no more digits than it takes
            F/NC04 | /links/2/url | null | what is no address on the web is left out
            F/NC04 | /locations/1/description | Fridays | the description of a place is told as text
            F/NC04/people | /0/name | Jo O'Neil | entities in names are unescaped
            F/NC04/people | /4/name | Lee Bold | names have no markup
            F/NC04/people | /4/bio | One | a biography is told as text
            F/NC04/people | /4/contact_details/email | (gone) | what is empty is left out
            F/NC04/people | /4/contact_details | {} | what is empty is left out
            F/NC04/people | /6 | (gone) | a person has a name
            F/NC04/events | /0/address | Market Hall, Town | the place of a meeting is told on one line
            F/NC04/events | /1/title | Bikes & boats | entities in names are unescaped
            F/NC04/events | /1/type | meeting | an event without a type is a meeting
            F/NC04/events | /2 | (gone) | a meeting ends after it starts
            F/NC04/events | /3 | (gone) | what is over for more than a year is not told
            F/NC04/priorities | /1/issue | <p>Bike theft &amp; worse</p> | pictures and scripts are never taken
            F/NC04/priorities | /2 | (gone) | a priority says what is wrong
            F/55.CR3001 | /url_force | (site)/forces/F/all/cliffs | without a page at the force, it is the one here
            F/LDT_CITY | /url_force | (site)/forces/F/all/city | without a page at the force, it is the one here
            F/LDT_CITY | /population | 0 | a population that is no number is not known
            F/NC 07 | /centre | {"latitude":"60.26","longitude":"-W.21"} | a centre that is not told lies in the boundary
            """;

    private static final List<String> IDS = List.of("LDT_CITY", "55.CR3001", "NC 07", "NC04");

    @TempDir
    private Path folder;

    @Autowired
    private ImportRun imports;

    @Autowired
    private Areas areas;

    @Autowired
    private Teams teams;

    @Autowired
    private JdbcClient database;

    @Value("${bluelamp.public-url}")
    private String site;

    @LocalServerPort
    private int port;

    private PoliceDataServer server;
    private String force;

    @BeforeEach
    void serve() throws IOException {
        server = new PoliceDataServer();
        force = server.force();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_was_imported_is_told_again_field_by_field_but_for_named_exceptions() {
        server.refuseNext(3);
        Outcome outcome = run();
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        Set<String> differences = new LinkedHashSet<>();
        List<String> paths = new ArrayList<>(List.of("forces/" + force, "forces/" + force + "/people"));
        for (String id : IDS) {
            paths.add(force + "/" + id);
            paths.add(force + "/" + id + "/people");
            paths.add(force + "/" + id + "/events");
            paths.add(force + "/" + id + "/priorities");
        }
        for (String path : paths) {
            compare(path, "", served(path), told(path), differences);
        }
        assertThat(differences)
                .containsExactlyInAnyOrderElementsOf(EXCEPTIONS
                        .lines()
                        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                        .toList());
    }

    @Test
    void the_list_of_neighbourhoods_has_those_that_could_be_read_by_name() {
        run();
        assertThat(told(force + "/neighbourhoods").toString())
                .isEqualTo("[{\"id\":\"LDT_CITY\",\"name\":\"City\"},{\"id\":\"55.CR3001\",\"name\":\"Cliffs\"},"
                        + "{\"id\":\"NC 07\",\"name\":\"Lighthouse\"},{\"id\":\"NC04\",\"name\":\"Town & Quay\"}]");
        assertThat(told("forces").toString()).contains("\"" + force + "\"");
    }

    @Test
    void boundaries_are_told_again_an_open_ring_closed_and_one_that_crosses_itself_not_at_all() {
        Outcome outcome = run();
        for (String id : List.of("55.CR3001", "NC 07")) {
            assertThat(told(force + "/" + id + "/boundary")).isEqualTo(served(force + "/" + id + "/boundary"));
        }
        JsonNode open = served(force + "/NC04/boundary");
        JsonNode closed = told(force + "/NC04/boundary");
        assertThat(closed.size()).isEqualTo(open.size() + 1);
        assertThat(closed.get(0)).isEqualTo(open.get(0)).isEqualTo(closed.get(4));
        assertThat(closed.get(2).path("latitude").asString()).isEqualTo("60.112346");
        assertThat(outcome.output()).contains(force + "/LDT_CITY/boundary: ").contains("crosses itself");
        assertThat(ask(force + "/LDT_CITY/boundary").status()).isEqualTo(404);
        assertThat(told(force + "/LDT_CITY").path("name").asString()).isEqualTo("City");
    }

    @Test
    void a_point_is_located_by_the_ids_of_the_force() {
        run();
        String inside = "locate-neighbourhood?q=60.25,-" + server.degreesWest() + ".2";
        // The import is another process: this one looks for new boundaries once a second.
        await().until(() -> ask(inside).status() == 200);
        assertThat(told(inside).toString()).isEqualTo("{\"force\":\"" + force + "\",\"neighbourhood\":\"NC 07\"}");
        assertThat(ask("locate-neighbourhood?q=0,0").status()).isEqualTo(404);
        for (String nonsense : List.of("x,y", "1", "1,2,3", "NaN,0", "91,0", "")) {
            assertThat(ask("locate-neighbourhood?q=" + nonsense).status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        assertThat(ask("locate-neighbourhood").status()).isEqualTo(400);
        assertThat(ask(force + "/NC99").status()).isEqualTo(404);
        assertThat(ask("atlantis/neighbourhoods").status()).isEqualTo(404);
    }

    @Test
    void answers_may_be_kept_and_asked_for_again_by_their_etag() {
        run();
        Answer first = ask(force + "/NC04");
        assertThat(first.header("Cache-Control")).contains("max-age=10");
        assertThat(new Caller(port)
                        .with("If-None-Match", first.header("ETag"))
                        .get("/police-uk/api/" + force + "/NC04")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void what_it_announces_keeps_the_contracts() {
        run();
        List<String[]> events = database.sql("select type, data from messaging.outbox where subject like :force || '%'")
                .param("force", force)
                .query((row, n) -> new String[] {row.getString("type"), row.getString("data")})
                .list();
        assertThat(events).extracting(event -> event[0]).contains("directory.area.changed", "directory.team.changed");
        events.forEach(event -> Contracts.validate(event[0], event[1]));
    }

    @Test
    void the_same_again_changes_nothing_and_tells_nobody() {
        run();
        long before = announced();
        String tables = tables();
        Outcome again = run();
        assertThat(again.output())
                .contains("Areas: 0 added, 0 changed, 0 removed, 5 unchanged")
                .contains("Teams: 0 added, 0 changed, 0 removed, 4 unchanged")
                .contains("Meetings: 0 added, 0 changed, 0 removed, 3 unchanged");
        assertThat(announced()).isEqualTo(before);
        assertThat(tables()).isEqualTo(tables);
    }

    @Test
    void only_what_is_different_changes() {
        run();
        long before = announced();
        server.change("Lighthouse", "Lighthouse Rock");
        Outcome again = run();
        assertThat(again.output())
                .contains("NC 07, name: Lighthouse becomes Lighthouse Rock")
                .contains("Areas: 0 added, 1 changed, 0 removed, 4 unchanged");
        assertThat(areas.find(new AreaCode(force), "NC 07").map(Area::code))
                .contains(new AreaCode(force + "/all/lighthouse"));
        // The team's event bears the name of its area.
        assertThat(announced()).isEqualTo(before + 2);
    }

    @Test
    void a_dry_run_shows_every_line_and_writes_nothing() {
        String tables = tables();
        long before = database.sql("select count(*) from messaging.outbox")
                .query(Long.class)
                .single();
        Outcome outcome = run("--dry-run");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.report())
                .contains("NC04, name: new, Town & Quay")
                .contains("NC04, people, 2.rank: new, Police Constable")
                .contains("This was a dry run: nothing was changed.");
        assertThat(areas.find(new AreaCode(force))).isEmpty();
        assertThat(tables()).isEqualTo(tables);
        assertThat(database.sql("select count(*) from messaging.outbox")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void an_import_that_broke_off_asks_only_for_what_is_missing() {
        server.fail(force + "/55.CR3001/people");
        Outcome broken = run();
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.output())
                .contains("answers 503", "the same command goes on from there", "Nothing was changed.");
        assertThat(areas.find(new AreaCode(force))).isEmpty();
        Set<String> answered = new LinkedHashSet<>(server.asked());
        answered.remove(force + "/55.CR3001/people");
        // What is no JSON is not kept.
        answered.remove(force + "/BAD%201");
        server.mend();
        server.asked().clear();
        assertThat(run().exit()).isZero();
        assertThat(server.asked())
                .contains(force + "/55.CR3001/people", force + "/NC%2007/people")
                .doesNotContainAnyElementsOf(answered);
        server.asked().clear();
        run();
        assertThat(server.asked()).contains("forces/" + force, force + "/NC04/boundary");
    }

    @Test
    void fresh_forgets_what_an_import_that_broke_off_has_read() {
        server.fail(force + "/NC04");
        run();
        server.mend();
        server.asked().clear();
        run("--fresh");
        assertThat(server.asked()).contains("forces/" + force, force + "/neighbourhoods");
    }

    @Test
    void one_neighbourhood_that_cannot_be_read_does_not_stop_the_others() {
        Outcome outcome = run();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output())
                .contains(force + "/BAD 1: What is told at")
                .contains("The id NC04 is there twice")
                .contains("event 3: A meeting ends after it starts")
                .contains("person 7: There is no name");
        assertThat(areas.find(new AreaCode(force), "BAD 1")).isEmpty();
        assertThat(areas.find(new AreaCode(force), "NC04")).isPresent();
    }

    @Test
    void ranks_are_those_of_our_list_and_the_first_sergeant_leads() {
        run();
        List<Member> members = teams.find(new AreaCode(force + "/all/town-and-quay"))
                .orElseThrow()
                .members();
        assertThat(members)
                .extracting(Member::rank)
                .containsExactly(Rank.SERGEANT, Rank.PC, Rank.PCSO, Rank.OTHER, Rank.PC, Rank.SERGEANT);
        assertThat(members).filteredOn(Member::lead).extracting(Member::name).containsExactly("Jo O'Neil");
        assertThat(members.get(1).rankAsGiven()).isEqualTo("Police Constable");
    }

    @Test
    void imported_priorities_stand_on_the_page_until_feedback_tells_of_some() {
        run();
        AreaCode area = new AreaCode(force + "/all/town-and-quay");
        assertThat(new Caller(port).page("/forces/" + area).text())
                .contains("Speeding on Quay Road", "Town Council", "Open Government Licence");
        database.sql("""
                        insert into priority (id, version, area, issue, set_on, reviewed_on, open)
                        values (gen_random_uuid(), 1, :area, 'Ours', current_date, current_date, false)
                        """).param("area", area.value()).update();
        assertThat(new Caller(port).page("/forces/" + area).text()).doesNotContain("Speeding on Quay Road");
        assertThat(told(force + "/NC04/priorities").size()).isZero();
    }

    @Test
    void a_file_says_in_which_districts_neighbourhoods_lie_and_a_later_one_moves_none() throws IOException {
        Path districts = Files.writeString(folder.resolve("d.csv"), "id,district\nNC04,Harbour Side\nNC 07,Rocks\n");
        assertThat(run("--districts", districts.toString()).exit()).isZero();
        assertThat(areas.find(new AreaCode(force), "NC04").map(Area::code))
                .contains(new AreaCode(force + "/harbour-side/town-and-quay"));
        assertThat(areas.find(new AreaCode(force), "LDT_CITY").map(Area::code))
                .contains(new AreaCode(force + "/all/city"));
        Files.writeString(districts, "id,district\nNC04,Rocks\n");
        Outcome later = run("--districts", districts.toString());
        assertThat(later.output()).contains("stays at " + force + "/harbour-side/town-and-quay");
        assertThat(areas.find(new AreaCode(force), "NC04").map(Area::code))
                .contains(new AreaCode(force + "/harbour-side/town-and-quay"));
        Files.writeString(districts, "name;where\nNC04;Rocks\n");
        assertThat(run("--districts", districts.toString()).output()).contains("the heading is: id,district.");
        Files.writeString(districts, "id,district\nNC04,\n");
        assertThat(run("--districts", districts.toString()).output())
                .contains("d.csv, line 2 has no id or no district");
    }

    @Test
    void a_team_that_staff_changed_here_stays_theirs() {
        run();
        AreaCode area = new AreaCode(force + "/all/lighthouse");
        database.sql("""
                        insert into change (area, subject, subject_id, what, changed_by, changed_by_name, changed_at)
                        values (:area, 'team', :area, 'Bio changed', 'sergeant', 'Sergeant', now())
                        """).param("area", area.value()).update();
        server.change("Di Dune", "Dee Dune");
        server.change("Mo Mast", "Maud Mast");
        assertThat(run().output()).contains(force + "/NC 07: its team stays as staff entered it");
        assertThat(told(force + "/NC 07/people").get(0).path("name").asString()).isEqualTo("Di Dune");
        assertThat(told(force + "/LDT_CITY/people").get(0).path("name").asString())
                .isEqualTo("Maud Mast");
    }

    @Test
    void a_folder_laid_out_as_the_paths_does_as_well_as_a_server() throws IOException {
        Path files = new ClassPathResource("policeuk").getFile().toPath();
        Outcome outcome = imports.run("police-uk", "--force", "coastshire", "--from", files, "--dry-run");
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.report()).contains("NC 07, people, 1.name: new, Di Dune");
    }

    @Test
    void what_cannot_be_read_at_all_is_refused() {
        assertThat(imports.run("police-uk", "--force", "atlantis", "--from", server.address())
                        .output())
                .contains("The source tells of no force atlantis.", "Nothing was changed.");
        assertThat(imports.run("police-uk", "--force", "../x", "--from", server.address())
                        .output())
                .contains("is no force's id");
        assertThat(imports.run("police-uk", "--force", "x", "--from", folder.resolve("none"))
                        .output())
                .contains("There is no folder");
    }

    private Outcome run(String... options) {
        List<Object> words = new ArrayList<>(List.of("police-uk", "--force", force, "--from", server.address()));
        words.addAll(List.of(options));
        return imports.run(words.toArray());
    }

    private JsonNode served(String path) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(server.tell(path)));
    }

    private JsonNode told(String path) {
        Answer answer = ask(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private Answer ask(String path) {
        return new Caller(port).get("/police-uk/api/" + path.replace(" ", "%20"));
    }

    private long announced() {
        return database.sql("select count(*) from messaging.outbox where subject like :force || '%'")
                .param("force", force)
                .query(Long.class)
                .single();
    }

    /** What all tables hold of it, versions and times included. */
    private String tables() {
        return database.sql("""
                        select string_agg(row, '|' order by row) from (
                            select a::text as row from area a where code like :force || '%'
                            union all select t::text from team t where area like :force || '%'
                            union all select m::text from team_member m where area like :force || '%'
                            union all select s::text from station s where area like :force || '%'
                            union all select e::text from meeting e where area like :force || '%'
                            union all select p::text from imported_priority p where area like :force || '%'
                            union all select o::text from senior_officer o where force like :force || '%') as held
                        """)
                .param("force", force)
                .query((row, n) -> Objects.requireNonNullElse(row.getString(1), ""))
                .single();
    }

    /** Adds a line for each place at which they differ; an object that became empty is a place too. */
    private void compare(String path, String place, JsonNode served, JsonNode told, Set<String> lines) {
        if (told.isMissingNode()) {
            lines.add(line(path, place, "(gone)"));
        } else if (served.isObject() && told.isObject()) {
            Set<String> names = new LinkedHashSet<>(served.propertyNames());
            names.addAll(told.propertyNames());
            if (told.isEmpty() && !served.isEmpty()) {
                lines.add(line(path, place, "{}"));
            }
            names.forEach(name -> compare(path, place + "/" + name, served.path(name), told.path(name), lines));
        } else if (served.isArray() && told.isArray()) {
            for (int i = 0; i < Math.max(served.size(), told.size()); i++) {
                compare(path, place + "/" + i, served.path(i), told.path(i), lines);
            }
        } else if (!served.equals(told)) {
            lines.add(line(path, place, told.isString() ? told.asString() : told.toString()));
        }
    }

    private String line(String path, String place, String value) {
        String line = path + " | " + place + " | " + value;
        return line.replace(site, "(site)").replace(force, "F").replace("\"-" + server.degreesWest() + ".", "\"-W.");
    }
}
