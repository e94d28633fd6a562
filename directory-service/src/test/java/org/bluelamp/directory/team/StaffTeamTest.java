package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DirectoryTest
class StaffTeamTest {

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final String EDIT = "/staff/directory/teams/stevenage/stevenage-north";

    private static final TestStaff OLIVE = staff("Olive").as("officer").in("hertfordshire/stevenage/stevenage-north");
    private static final TestStaff OSCAR = staff("Oscar").as("officer").in("hertfordshire/watford/town-centre");
    private static final TestStaff SAM =
            staff("Sam").as("officer", "sergeant").in("hertfordshire/stevenage/stevenage-north");
    private static final TestStaff ADA = staff("Ada").as("administrator").in("hertfordshire");
    private static final TestStaff ERIN = staff("Erin").as("editor").in("hertfordshire");

    @LocalServerPort
    private int port;

    @Autowired
    private Teams teams;

    @Autowired
    private TeamRegister register;

    @Autowired
    private JdbcClient database;

    private Team before;

    @BeforeEach
    void remember() {
        before = teams.find(NORTH).orElseThrow();
    }

    @AfterEach
    void put_back() {
        register.put(List.of(new TeamDescription(
                NORTH,
                before.email(),
                before.telephone(),
                before.members().stream()
                        .map(m -> new TeamDescription.Person(
                                m.id(), m.name(), m.rank(), m.rankAsGiven(), m.lead(), m.namedContact(), m.cover()))
                        .toList(),
                before.vacancies(),
                before.source())));
    }

    @Test
    void an_officer_sees_their_own_team_and_no_other() {
        assertThat(links(OLIVE)).containsExactly(EDIT);
        assertThat(links(OSCAR)).containsExactly("/staff/directory/teams/watford/town-centre");
        assertThat(links(ADA)).hasSize(33);
    }

    @Test
    void an_officer_edits_their_own_team() {
        Map<String, String> form = form(OLIVE);
        form.put("members[1].cover", "On a course until 3 May");
        Answer answer = new Caller(port).as(OLIVE).post(EDIT, form);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(new Caller(port)
                        .page("/your-area/stevenage/stevenage-north")
                        .select("main")
                        .text())
                .contains("On a course until 3 May");
    }

    @ParameterizedTest
    @CsvSource({"/staff/directory/teams/watford/town-centre", "/staff/directory/teams/stevenage/stevenage-south"})
    void an_officer_neither_sees_nor_edits_the_team_of_another_area(String other) {
        Caller olive = new Caller(port).as(OLIVE);
        assertThat(olive.get(other).status()).isEqualTo(403);
        assertThat(olive.post(other, form(OLIVE)).status()).isEqualTo(403);
        assertThat(new Caller(port).as(OSCAR).post(EDIT, form(OLIVE)).status()).isEqualTo(403);
        assertThat(teams.find(NORTH)).hasValue(before);
    }

    @Test
    void who_has_no_role_for_it_stays_outside() {
        assertThat(new Caller(port).get("/staff/directory").status()).isEqualTo(401);
        assertThat(new Caller(port).post(EDIT, Map.of()).status()).isEqualTo(401);
        assertThat(new Caller(port).as(ERIN).get(EDIT).status()).isEqualTo(403);
        assertThat(new Caller(port).as(ERIN).post(EDIT, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_change_is_announced_as_the_contract_says_and_noted_with_who_made_it() {
        Map<String, String> form = form(SAM);
        form.put("members[0].name", "Dana Dabrowski");
        new Caller(port).as(SAM).post(EDIT, form);
        Team after = teams.find(NORTH).orElseThrow();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        String data = database.sql("""
                        select data::text from messaging.outbox
                        where type = 'directory.team.changed' and subject = :area and version = :version
                        """)
                .param("area", NORTH.value())
                .param("version", after.version())
                .query(String.class)
                .single();
        Contracts.validate("directory.team.changed", data);
        assertThat(data).contains("Dana Dabrowski");
        assertThat(database.sql("select reason from audit.deed where action = 'team.changed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Sgt Daniel Dabrowski is now Sgt Dana Dabrowski");
    }

    @Test
    void somebody_joins_and_somebody_leaves() {
        Map<String, String> form = form(SAM);
        int people = before.members().size();
        form.put("members[" + people + "].name", "Nia Newcombe");
        form.put("members[" + people + "].rank", "pcso");
        form.put("members[1].duties", "remove");
        assertThat(new Caller(port).as(SAM).post(EDIT, form).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().members())
                .extracting(Member::title)
                .contains("PCSO Nia Newcombe")
                .doesNotContain("PC Neil Griffiths")
                .hasSize(people);
    }

    @Test
    void who_edits_what_somebody_else_changed_meanwhile_is_told_and_loses_nothing() {
        Map<String, String> late = form(SAM);
        Map<String, String> early = form(OLIVE);
        early.put("telephone", "01438 000001");
        new Caller(port).as(OLIVE).post(EDIT, early);
        late.put("members[2].cover", "In court on Mondays");
        Answer told = new Caller(port).as(SAM).post(EDIT, late);

        assertThat(told.status()).isEqualTo(409);
        Document page = told.html();
        assertThat(page.select(".govuk-error-summary").text()).contains("Somebody else changed this team");
        assertThat(page.select("[name='members[2].cover']").val()).isEqualTo("In court on Mondays");
        assertThat(page.select("main").text()).contains("01438 000001");
        assertThat(teams.find(NORTH).orElseThrow().telephone()).isEqualTo("01438 000001");

        assertThat(new Caller(port).as(SAM).post(EDIT, fields(told)).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().members().get(2).cover()).isEqualTo("In court on Mondays");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "members[1].duties | lead        | Choose only one person who leads the team",
                "members[0].rank   | pc          | Choose a sergeant or somebody above to lead the team",
                "members[2].duties | named-contact | Choose only one named contact",
                "members[0].name   | ''          | Enter a name, or choose that the person leaves",
                "members[0].rank   | general     | Choose a rank from the list",
                "email             | nonsense    | Enter an email address like name@example.com",
                "vacancies[0].cover | somebody   | Choose the rank of the vacant post",
            })
    void what_no_team_can_be_is_told_at_its_field_and_nothing_is_written(String field, String value, String message) {
        Map<String, String> form = form(SAM);
        form.put(field, value);
        Answer answer = new Caller(port).as(SAM).post(EDIT, form);
        assertThat(answer.status()).isEqualTo(422);
        Document page = answer.html();
        Element line = page.select(".govuk-error-summary a").first();
        assertThat(line).isNotNull();
        assertThat(line.text()).isEqualTo(message);
        assertThat(page.getElementById(line.attr("href").substring(1))).isNotNull();
        assertThat(teams.find(NORTH)).hasValue(before);
    }

    @Test
    void a_name_with_markup_is_shown_as_text() {
        Map<String, String> form = form(SAM);
        form.put("members[1].name", "<img src=x onerror=alert(1)>");
        new Caller(port).as(SAM).post(EDIT, form);
        String body =
                new Caller(port).get("/your-area/stevenage/stevenage-north").body();
        assertThat(body).contains("&lt;img src=x").doesNotContain("<img src=x");
    }

    @Test
    void nobody_takes_over_a_person_of_another_team_by_naming_their_id() {
        UUID other = teams.find(new AreaCode("hertfordshire/watford/town-centre"))
                .orElseThrow()
                .members()
                .getFirst()
                .id();
        Map<String, String> form = form(SAM);
        form.put("members[1].id", other.toString());
        assertThat(new Caller(port).as(SAM).post(EDIT, form).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().members())
                .extracting(Member::id)
                .doesNotContain(other);
    }

    private List<String> links(TestStaff who) {
        return new Caller(port)
                .as(who)
                .page("/staff/directory")
                .select("main table a")
                .eachAttr("href");
    }

    private Map<String, String> form(TestStaff who) {
        return fields(new Caller(port).as(who).get(EDIT));
    }

    /** What a browser would send of the page's form, one value per name. */
    private static Map<String, String> fields(Answer page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.fields().forEach((name, values) -> fields.put(name, values.getLast()));
        return fields;
    }
}
