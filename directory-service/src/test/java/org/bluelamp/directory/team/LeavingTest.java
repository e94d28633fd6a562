package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluelamp.directory.team.TheTeam.NORTH;
import static org.bluelamp.directory.team.TheTeam.SAM;
import static org.bluelamp.directory.team.TheTeam.edit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.Forms;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Neil Griffiths is the named contact, covers a colleague and a vacant post, and hosts a meeting. Then he leaves. */
@DirectoryTest
class LeavingTest {

    private static final String HISTORY = "/staff/directory/history/" + NORTH;

    @LocalServerPort
    private int port;

    @Autowired
    private Teams teams;

    @Autowired
    private TeamRegister register;

    @Autowired
    private MeetingRegister meetings;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Team before;
    private Member neil;
    private Member leon;
    private Member imran;
    private UUID meeting;

    @BeforeEach
    void give_him_duties() {
        before = teams.find(NORTH).orElseThrow();
        neil = TheTeam.person(teams, "Neil Griffiths");
        leon = TheTeam.person(teams, "Leon Clegg");
        imran = TheTeam.person(teams, "Imran Dacosta");
        Cover cover = new Cover(neil.id(), "On leave", null);
        register.put(List.of(before.with(imran.cover(cover))
                .vacancies(List.of(new Vacancy(Rank.PCSO, new Cover(neil.id(), null, null))))
                .described()));
        meeting = UUID.randomUUID();
        database.sql("""
                        insert into meeting
                               (id, area, title, kind, starts_at, ends_at, over_at, host, source, version, changed_at)
                        values (:id, :area, 'Street corner meeting', 'meeting', now() + interval '10 days',
                                now() + interval '10 days 1 hour', now() + interval '10 days 1 hour', :host, 'staff',
                                1, now())
                        """)
                .param("id", meeting)
                .param("area", NORTH.value())
                .param("host", neil.id())
                .update();
    }

    @AfterEach
    void put_back() {
        database.sql("delete from meeting where id = :id").param("id", meeting).update();
        TheTeam.restore(register, before);
    }

    @Test
    void what_points_to_who_leaves_is_shown_and_goes_to_whom_it_is_given() {
        Document page = web().page(leave());
        assertThat(page.select("main label").eachText())
                .contains(
                        "Who is the named contact from now on",
                        "Who stands in for PCSO Imran Dacosta from now on",
                        "Who covers the vacant post (Police community support officer) from now on",
                        "Who hosts “Street corner meeting” from now on");
        assertThat(page.select("select option").eachText()).doesNotContain("PC Neil Griffiths");
        Map<String, String> form = Forms.fields(page, leave());
        form.put("namedContact", leon.id().toString());
        form.put("covers[0].to", leon.id().toString());
        form.put("posts[0].to", imran.id().toString());
        form.entrySet().stream()
                .filter(field -> field.getKey().matches("meetings.*to"))
                .forEach(field -> field.setValue(leon.id().toString()));
        form.put("vacant", "yes");
        assertThat(web().post(leave(), form).status()).isEqualTo(303);

        Team after = teams.find(NORTH).orElseThrow();
        assertThat(after.member(neil.id())).isEmpty();
        assertThat(after.namedContact()).map(Member::id).hasValue(leon.id());
        assertThat(after.member(imran.id()).orElseThrow().cover()).isEqualTo(new Cover(leon.id(), "On leave", null));
        assertThat(after.vacancies())
                .containsExactly(new Vacancy(Rank.PCSO, new Cover(imran.id(), null, null)), new Vacancy(Rank.PC, null));
        assertThat(host()).isEqualTo(leon.id());
    }

    @Test
    void what_is_given_to_nobody_points_to_nobody() {
        assertThat(web().post(leave(), toNobody()).status()).isEqualTo(303);
        Team after = teams.find(NORTH).orElseThrow();
        assertThat(after.namedContact()).isEmpty();
        assertThat(after.member(imran.id()).orElseThrow().cover()).isEqualTo(Cover.note("On leave"));
        assertThat(after.vacancies()).containsExactly(new Vacancy(Rank.PCSO, null));
        assertThat(host()).isNull();
        assertThat(new Caller(port).get(TheTeam.PAGE).body()).doesNotContain("Neil Griffiths");
        assertThat(web().get(edit(neil.id())).status()).isEqualTo(404);
    }

    @Test
    void nothing_goes_to_nobody_unless_that_was_chosen() {
        Map<String, String> form = Forms.fields(web().page(leave()), leave());
        Answer answer = web().post(leave(), form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".govuk-error-summary a").eachText())
                .startsWith("Choose the named contact, or nobody for now")
                .filteredOn("Choose a colleague, or nobody"::equals)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(teams.find(NORTH).orElseThrow().member(neil.id())).isPresent();
        assertThat(host()).isEqualTo(neil.id());
    }

    @Test
    void an_undo_brings_who_left_back_with_all_that_was_theirs() {
        Map<String, String> form = toNobody();
        form.entrySet().stream()
                .filter(field -> field.getKey().startsWith("meetings"))
                .filter(field -> field.getValue().equals("nobody"))
                .forEach(field -> field.setValue(leon.id().toString()));
        assertThat(web().post(leave(), form).status()).isEqualTo(303);
        assertThat(host()).isEqualTo(leon.id());
        Element latest = web().page(HISTORY).selectFirst(".bl-change");
        assertThat(latest.text()).contains("Done together with");
        assertThat(web().post(
                                HISTORY,
                                Map.of("change", latest.select("[name=change]").val()))
                        .status())
                .isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().namedContact())
                .map(Member::id)
                .hasValue(neil.id());
        assertThat(host()).isEqualTo(neil.id());
    }

    @Test
    void who_left_stays_away_when_their_meeting_was_changed_since_and_it_says_so() {
        assertThat(web().post(leave(), toNobody()).status()).isEqualTo(303);
        String change = web().page(HISTORY)
                .selectFirst(".bl-change")
                .select("[name=change]")
                .val();
        database.sql("update meeting set title = 'Coffee', version = version + 1 where id = :id")
                .param("id", meeting)
                .update();
        assertThat(web().post(HISTORY, Map.of("change", change)).status()).isEqualTo(409);
        assertThat(teams.find(NORTH).orElseThrow().member(neil.id())).isEmpty();
        assertThat(host()).isNull();
    }

    @Test
    void where_nobody_else_can_lead_the_page_says_so_instead_of_asking() {
        Member sergeant =
                before.members().stream().filter(Member::lead).findFirst().orElseThrow();
        Document page = web().page(edit(sergeant.id()) + "/leave");
        assertThat(page.select("main").text()).contains("Nobody else in this team is a sergeant or above");
        assertThat(page.select("select[name=lead]")).isEmpty();
    }

    @Test
    void what_came_to_point_to_him_meanwhile_is_not_overlooked() {
        Map<String, String> form = toNobody();
        Team now = teams.find(NORTH).orElseThrow();
        register.put(
                List.of(now.with(leon.cover(new Cover(neil.id(), null, null))).described()));
        assertThat(web().post(leave(), form).status()).isEqualTo(409);
        assertThat(teams.find(NORTH).orElseThrow().member(neil.id())).isPresent();
        assertThat(host()).isEqualTo(neil.id());
    }

    @Test
    void a_choice_that_cannot_be_is_told_and_nothing_is_done() {
        Map<String, String> form = toNobody();
        form.put("namedContact", neil.id().toString());
        form.put("covers[0].to", imran.id().toString());
        Answer answer = web().post(leave(), form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".govuk-error-summary").text())
                .contains("Choose a colleague from the list", "nobody stands in for themselves");
        assertThat(teams.find(NORTH).orElseThrow().member(neil.id())).isPresent();
    }

    @Test
    void the_database_lets_nothing_point_to_a_ghost() {
        for (String ghost : List.of(
                "update team_member set cover_by = gen_random_uuid() where id = '" + imran.id() + "'",
                "update team_vacancy set cover_by = gen_random_uuid() where area = '" + NORTH + "'",
                "update meeting set host = gen_random_uuid() where id = '" + meeting + "'",
                "delete from team_member where id = '" + neil.id() + "'")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            status -> database.sql(ghost).update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void somebody_an_import_no_longer_knows_leaves_no_pointer_behind() {
        Team now = teams.find(NORTH).orElseThrow();
        TeamDescription told = now.described();
        register.put(List.of(new TeamDescription(
                NORTH,
                told.email(),
                told.telephone(),
                told.members().stream()
                        .filter(person -> !Objects.equals(person.id(), neil.id()))
                        .toList(),
                told.vacancies(),
                told.source())));
        assertThat(host()).isNull();
        assertThat(teams.find(NORTH)
                        .orElseThrow()
                        .member(imran.id())
                        .orElseThrow()
                        .cover())
                .isEqualTo(Cover.note("On leave"));
    }

    private Map<String, String> toNobody() {
        return TheTeam.toNobody(web().page(leave()), leave());
    }

    private UUID host() {
        return database.sql("select host from meeting where id = :id")
                .param("id", meeting)
                .query((row, n) -> Optional.ofNullable(row.getObject("host", UUID.class)))
                .single()
                .orElse(null);
    }

    private String leave() {
        return edit(neil.id()) + "/leave";
    }

    private Caller web() {
        return new Caller(port).as(SAM);
    }
}
