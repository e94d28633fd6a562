package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.directory.team.TheTeam.ADA;
import static org.bluelamp.directory.team.TheTeam.DESK;
import static org.bluelamp.directory.team.TheTeam.DINA;
import static org.bluelamp.directory.team.TheTeam.ERIN;
import static org.bluelamp.directory.team.TheTeam.NORTH;
import static org.bluelamp.directory.team.TheTeam.OLIVE;
import static org.bluelamp.directory.team.TheTeam.OSCAR;
import static org.bluelamp.directory.team.TheTeam.PAGE;
import static org.bluelamp.directory.team.TheTeam.SAM;
import static org.bluelamp.directory.team.TheTeam.edit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.Forms;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DirectoryTest
class StaffTeamTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String NEW = "/staff/directory/people/new/" + NORTH;
    private static final String CONTACT = "/staff/directory/contact/" + NORTH;
    private static final String VACANCIES = "/staff/directory/vacancies/" + NORTH;

    @LocalServerPort
    private int port;

    @Autowired
    private Teams teams;

    @Autowired
    private TeamRegister register;

    @Autowired
    private JdbcClient database;

    private Team before;
    private Member sergeant;
    private Member named;
    private Member pcso;

    @BeforeEach
    void remember() {
        before = teams.find(NORTH).orElseThrow();
        sergeant = TheTeam.person(teams, "Daniel Dabrowski");
        named = TheTeam.person(teams, "Neil Griffiths");
        pcso = TheTeam.person(teams, "Imran Dacosta");
    }

    @AfterEach
    void put_back() {
        TheTeam.restore(register, before);
    }

    @Test
    void an_officer_sees_their_own_team_and_no_other() {
        assertThat(links(OLIVE)).containsExactly(DESK);
        assertThat(links(OSCAR)).containsExactly("/staff/directory/areas/hertfordshire/watford/town-centre");
        assertThat(links(DINA)).hasSize(2);
        assertThat(links(ADA)).hasSize(33);
    }

    @Test
    void an_address_of_before_leads_to_the_team() {
        Answer answer = web(OLIVE).get("/staff/directory/teams/stevenage/stevenage-north");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo(DESK);
    }

    @Test
    void the_desk_leads_to_every_person_and_concern() {
        Document page = web(SAM).page(DESK);
        List<String> links = page.select("main a").eachAttr("href");
        before.members().forEach(member -> assertThat(links).contains(edit(member.id())));
        assertThat(links)
                .contains(
                        NEW,
                        CONTACT,
                        VACANCIES,
                        "/staff/directory/stations/" + NORTH,
                        "/staff/directory/accounts/" + NORTH,
                        "/staff/directory/texts/" + NORTH,
                        "/staff/directory/history/" + NORTH);
        assertThat(web(OLIVE).page(DESK).select("main a").eachAttr("href"))
                .contains(CONTACT)
                .doesNotContain("/staff/directory/stations/" + NORTH);
    }

    @Test
    void an_officer_edits_a_person_of_their_own_team() {
        Map<String, String> form = person(OLIVE, pcso);
        form.put("bio", "I mend bicycles.\nAsk me.");
        form.put("email", "imran@example.org");
        assertThat(web(OLIVE).post(edit(pcso.id()), form).status()).isEqualTo(303);
        Member now = TheTeam.person(teams, "Imran Dacosta");
        assertThat(now.bio()).isEqualTo("I mend bicycles.\nAsk me.");
        assertThat(now.contact()).containsEntry("email", "imran@example.org");
        assertThat(new Caller(port).page(PAGE).select("main").text()).contains("I mend bicycles.");
    }

    @Test
    void cover_has_a_person_and_a_last_day_and_residents_read_it_in_words() {
        Map<String, String> form = person(OLIVE, pcso);
        form.put("coverBy", named.id().toString());
        form.put("coverNote", "On leave");
        form.put("until", TODAY.plusDays(20).toString());
        assertThat(web(OLIVE).post(edit(pcso.id()), form).status()).isEqualTo(303);
        String words = "PC Neil Griffiths covers until " + LondonTime.dayOfYear(TODAY.plusDays(20)) + ". On leave";
        assertThat(new Caller(port).page(PAGE).select("main").text()).contains(words);
        String data = announced();
        Contracts.validate("directory.team.changed", data);
        assertThat(data)
                .contains("\"cover\":\"" + words + "\"")
                .contains("\"coverBy\":\"" + named.id() + "\"")
                .contains("\"coverUntil\":\"" + TODAY.plusDays(20) + "\"");
    }

    @Test
    void cover_that_has_ended_is_not_shown_and_its_end_is_announced_once() {
        register.put(List.of(before.with(pcso.cover(new Cover(named.id(), null, TODAY.plusDays(1))))
                .described()));
        database.sql("update team_member set cover_until = :yesterday where id = :id")
                .param("yesterday", TODAY.minusDays(1))
                .param("id", pcso.id())
                .update();

        assertThat(TheTeam.person(teams, "Imran Dacosta").cover()).isNull();
        assertThat(new Caller(port).page(PAGE).select("main").text()).doesNotContain("PC Neil Griffiths covers");
        long version = teams.find(NORTH).orElseThrow().version();

        assertThat(register.deleteExpired(Instant.now(), 100)).isEqualTo(1);
        assertThat(teams.find(NORTH).orElseThrow().version()).isEqualTo(version + 1);
        assertThat(announced()).doesNotContain("Neil Griffiths covers");
        assertThat(register.deleteExpired(Instant.now(), 100)).isZero();
        assertThat(web(OLIVE)
                        .page("/staff/directory/history/" + NORTH)
                        .select(".bl-change")
                        .first()
                        .text())
                .contains("Cover ended on its last day", "Bluelamp");
    }

    @Test
    void the_named_contact_is_handed_over_in_one_step() {
        Map<String, String> form = person(OLIVE, pcso);
        form.put("duties", "named-contact");
        assertThat(web(OLIVE).post(edit(pcso.id()), form).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().namedContact())
                .map(Member::name)
                .hasValue("Imran Dacosta");
    }

    @Test
    void somebody_joins() {
        Map<String, String> form = Forms.fields(web(OLIVE).page(NEW), NEW);
        form.put("name", "Nia Newcombe");
        form.put("rank", "pcso");
        assertThat(web(OLIVE).post(NEW, form).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().members())
                .extracting(Member::title)
                .contains("PCSO Nia Newcombe")
                .hasSize(before.members().size() + 1);
    }

    @Test
    void the_contact_of_a_team_is_changed_and_noted_with_who_did() {
        Map<String, String> form = Forms.fields(web(SAM).page(CONTACT), CONTACT);
        form.put("telephone", "01438 000001");
        assertThat(web(SAM).post(CONTACT, form).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().telephone()).isEqualTo("01438 000001");
        assertThat(database.sql("""
                        select staff_name || ': ' || reason from audit.deed
                        where action = 'team.changed' order by id desc limit 1
                        """).query(String.class).single())
                .isEqualTo("Sam: telephone number from “101” to “01438 000001”");
    }

    @Test
    void a_vacant_post_has_cover_too() {
        Map<String, String> form = Forms.fields(web(SAM).page(VACANCIES), VACANCIES);
        form.put("posts[0].rank", "pc");
        form.put("posts[0].coverBy", sergeant.id().toString());
        form.put("posts[0].until", TODAY.plusDays(3).toString());
        assertThat(web(SAM).post(VACANCIES, form).status()).isEqualTo(303);
        assertThat(new Caller(port).page(PAGE).select("main").text())
                .contains("Vacant: Police constable Sgt Daniel Dabrowski covers until "
                        + LondonTime.dayOfYear(TODAY.plusDays(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "vacancies", "people/new", "areas", "history"})
    void nobody_edits_a_team_of_another_area(String concern) {
        String own = "/staff/directory/" + concern + "/" + NORTH;
        assertThat(web(OLIVE).get(own).status()).isEqualTo(200);
        assertThat(web(SAM).get(own).status()).isEqualTo(200);
        assertThat(web(DINA).get(own).status()).isEqualTo(200);
        assertThat(web(ADA).get(own).status()).isEqualTo(200);
        assertThat(web(OSCAR).get(own).status()).isEqualTo(403);
        assertThat(web(ERIN).get(own).status()).isEqualTo(403);
        assertThat(new Caller(port).get(own).status()).isEqualTo(401);
        if (!concern.equals("areas")) {
            assertThat(web(OSCAR).post(own, Map.of("change", "1", "name", "X")).status())
                    .isEqualTo(403);
        }
        assertThat(web(OLIVE)
                        .get("/staff/directory/" + concern + "/hertfordshire/stevenage/stevenage-south")
                        .status())
                .isEqualTo(403);
        assertThat(web(OLIVE)
                        .get("/staff/directory/" + concern + "/hertfordshire/atlantis")
                        .status())
                .isEqualTo(404);
        assertThat(teams.find(NORTH)).hasValue(before);
    }

    @Test
    void nobody_edits_a_person_of_another_area() {
        for (String page : List.of("", "/photo", "/leave")) {
            assertThat(web(OLIVE).get(edit(pcso.id()) + page).status()).isEqualTo(200);
            assertThat(web(OSCAR).get(edit(pcso.id()) + page).status()).isEqualTo(403);
            assertThat(web(OSCAR)
                            .post(edit(pcso.id()) + page, Map.of("name", "X"))
                            .status())
                    .isEqualTo(403);
            assertThat(web(ERIN)
                            .post(edit(pcso.id()) + page, Map.of("name", "X"))
                            .status())
                    .isEqualTo(403);
            assertThat(new Caller(port)
                            .post(edit(pcso.id()) + page, Map.of("name", "X"))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(web(OSCAR).post(edit(pcso.id()) + "/photo/remove", Map.of()).status())
                .isEqualTo(403);
        assertThat(web(OSCAR)
                        .post("/staff/directory/confirm/" + NORTH, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(web(OLIVE).get(edit(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(teams.find(NORTH)).hasValue(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name      | ''              | Enter the person’s name",
                "name      | <b>Bo</b>       | Enter the name without the characters < and >",
                "rank      | general         | Choose a rank from the list",
                "duties    | lead            | Choose a sergeant or somebody above to lead the team",
                "email     | nonsense        | Enter an email address like name@example.com",
                "until     | 31/2/2027       | Enter the last day as a real date",
                "until     | 2020-01-01      | The last day must be today or later",
                "until     | 2999-01-01      | The last day must be within a year",
                "coverBy   | someone         | Choose a colleague from the list",
            })
    void what_no_person_can_be_is_told_at_its_field_and_nothing_is_written(String field, String value, String message) {
        Map<String, String> form = person(SAM, pcso);
        form.put(field, value);
        refused(web(SAM).post(edit(pcso.id()), form), 422, message);
        assertThat(teams.find(NORTH)).hasValue(before);
    }

    @Test
    void two_do_not_lead_a_team_and_nobody_stands_in_for_themselves() {
        Map<String, String> form = person(SAM, pcso);
        form.put("rank", "sergeant");
        form.put("duties", "lead");
        refused(
                web(SAM).post(edit(pcso.id()), form),
                422,
                "Sgt Daniel Dabrowski leads this team, and a team has one leader. Take that off on the page of Sgt"
                        + " Daniel Dabrowski first");
        Map<String, String> self = person(SAM, pcso);
        self.put("coverBy", pcso.id().toString());
        refused(web(SAM).post(edit(pcso.id()), self), 422, "Choose somebody else: nobody stands in for themselves");
        Map<String, String> only = person(SAM, pcso);
        only.put("until", TODAY.plusDays(2).toString());
        refused(
                web(SAM).post(edit(pcso.id()), only),
                422,
                "Choose who stands in until then, or write what is to be known");
        assertThat(teams.find(NORTH)).hasValue(before);
    }

    @Test
    void a_team_without_a_leader_is_allowed_and_its_desk_warns_until_the_post_is_vacant() {
        Map<String, String> form = person(SAM, sergeant);
        form.remove("duties");
        assertThat(web(SAM).post(edit(sergeant.id()), form).status()).isEqualTo(303);
        assertThat(web(SAM).page(DESK).select(".govuk-warning-text").text()).contains("Nobody leads this team");
        Map<String, String> posts = Forms.fields(web(SAM).page(VACANCIES), VACANCIES);
        posts.put("posts[0].rank", "sergeant");
        web(SAM).post(VACANCIES, posts);
        assertThat(web(SAM).page(DESK).select(".govuk-warning-text").text()).doesNotContain("Nobody leads this team");
    }

    @Test
    void who_edits_what_somebody_else_changed_meanwhile_is_told_and_loses_nothing() {
        Map<String, String> late = person(SAM, pcso);
        Map<String, String> early = person(OLIVE, pcso);
        early.put("bio", "I mend bicycles.");
        web(OLIVE).post(edit(pcso.id()), early);
        late.put("coverNote", "In court on Mondays");
        Answer told = web(SAM).post(edit(pcso.id()), late);

        refused(told, 409, "Somebody else changed this entry");
        Document page = Jsoup.parse(told.body());
        assertThat(page.select("[name=coverNote]").val()).isEqualTo("In court on Mondays");
        assertThat(page.select("#theirs ~ p").text()).contains("I mend bicycles.");
        assertThat(web(SAM).post(edit(pcso.id()), Forms.fields(page, edit(pcso.id())))
                        .status())
                .isEqualTo(303);
        assertThat(Objects.requireNonNull(TheTeam.person(teams, "Imran Dacosta").cover())
                        .note())
                .isEqualTo("In court on Mondays");
    }

    @Test
    void two_who_edit_different_people_do_not_disturb_each_other() {
        Map<String, String> late = person(SAM, pcso);
        Map<String, String> early = person(OLIVE, named);
        early.put("bio", "New words.");
        web(OLIVE).post(edit(named.id()), early);
        late.put("bio", "Other words.");
        assertThat(web(SAM).post(edit(pcso.id()), late).status()).isEqualTo(303);
        assertThat(TheTeam.person(teams, "Neil Griffiths").bio()).isEqualTo("New words.");
    }

    @Test
    void an_entry_that_nobody_confirmed_for_six_months_is_flagged_until_somebody_does() {
        database.sql("update team set confirmed_at = confirmed_at - interval '7 months' where area = :area")
                .param("area", NORTH.value())
                .update();
        assertThat(web(OLIVE)
                        .page("/staff/directory")
                        .select("tr:has(a[href='" + DESK + "'])")
                        .text())
                .contains("To be confirmed");
        long version = teams.find(NORTH).orElseThrow().version();
        assertThat(web(OLIVE)
                        .post("/staff/directory/confirm/" + NORTH, Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(web(OLIVE).page("/staff/directory").select("main").text()).doesNotContain("To be confirmed");
        assertThat(teams.find(NORTH).orElseThrow().version()).isEqualTo(version);
        assertThat(database.sql("select count(*) from audit.deed where action = 'team.confirmed'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static void refused(Answer answer, int status, String message) {
        assertThat(answer.status()).isEqualTo(status);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".govuk-error-summary").text()).contains(message);
        for (Element line : page.select(".govuk-error-summary a")) {
            assertThat(page.getElementById(line.attr("href").substring(1))).isNotNull();
        }
    }

    private String announced() {
        return database.sql("""
                        select data::text from messaging.outbox
                        where type = 'directory.team.changed' and subject = :area
                        order by version desc limit 1
                        """)
                .param("area", NORTH.value())
                .query(String.class)
                .single();
    }

    private List<String> links(TestStaff who) {
        return web(who).page("/staff/directory").select("main table a").eachAttr("href");
    }

    private Map<String, String> person(TestStaff who, Member member) {
        return Forms.fields(web(who).page(edit(member.id())), edit(member.id()));
    }

    private Caller web(TestStaff who) {
        return new Caller(port).as(who);
    }
}
