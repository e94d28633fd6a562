package org.bluelamp.directory.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.directory.team.TheTeam.ADA;
import static org.bluelamp.directory.team.TheTeam.NORTH;
import static org.bluelamp.directory.team.TheTeam.OLIVE;
import static org.bluelamp.directory.team.TheTeam.OSCAR;
import static org.bluelamp.directory.team.TheTeam.SAM;
import static org.bluelamp.directory.team.TheTeam.edit;

import java.util.Map;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.Forms;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.directory.team.TheTeam;
import org.bluelamp.testing.staff.TestStaff;
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

@DirectoryTest
class HistoryTest {

    private static final String HISTORY = "/staff/directory/history/" + NORTH;

    @LocalServerPort
    private int port;

    @Autowired
    private Teams teams;

    @Autowired
    private TeamRegister register;

    private Team before;
    private Member leon;

    @BeforeEach
    void remember() {
        before = teams.find(NORTH).orElseThrow();
        leon = TheTeam.person(teams, "Leon Clegg");
    }

    @AfterEach
    void put_back() {
        TheTeam.restore(register, before);
    }

    @Test
    void it_says_who_changed_what_from_what_to_what() {
        change(OLIVE, leon, "coverNote", "On a course");
        Element latest = latest(web(SAM).page(HISTORY));
        assertThat(latest.text()).contains("PCSO Leon Clegg: cover from “none” to “On a course”", "Olive on ");
    }

    @Test
    void it_says_of_texts_and_contact_details_too_what_they_were() {
        change(OLIVE, leon, "bio", "Knows every dog");
        change(OLIVE, leon, "bio", "Knows every cat");
        assertThat(latest(web(SAM).page(HISTORY)).text())
                .contains("text about them from “Knows every dog” to “Knows every cat”");
    }

    @Test
    void an_undo_makes_it_what_it_was_is_a_change_itself_and_can_be_undone() {
        change(OLIVE, leon, "coverNote", "On a course");
        long version = teams.find(NORTH).orElseThrow().version();
        assertThat(undoLatest(SAM).status()).isEqualTo(303);
        Team undone = teams.find(NORTH).orElseThrow();
        assertThat(undone.members()).isEqualTo(before.members());
        assertThat(undone.version()).isEqualTo(version + 1);

        Document page = web(SAM).page(HISTORY);
        assertThat(latest(page).text()).contains("cover from “On a course” to “none”", "Sam on ");
        assertThat(page.select(".bl-change").get(1).text()).contains("Undone");
        assertThat(page.select(".bl-change").get(1).select("button")).isEmpty();
        assertThat(undoLatest(SAM).status()).isEqualTo(303);
        assertThat(TheTeam.person(teams, "Leon Clegg").cover()).isNotNull();
    }

    @Test
    void what_was_changed_again_since_is_not_undone_and_it_says_by_whom() {
        change(OLIVE, leon, "coverNote", "On a course");
        String first = latest(web(SAM).page(HISTORY)).select("[name=change]").val();
        change(SAM, leon, "coverNote", "On leave");
        Answer answer = web(OLIVE).post(HISTORY, Map.of("change", first));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select(".govuk-warning-text").text())
                .contains("Nothing was undone. Sam changed this again on ", "“On leave”");
        assertThat(TheTeam.person(teams, "Leon Clegg").cover()).isNotNull();
    }

    @Test
    void a_change_to_one_person_is_undone_although_a_colleague_changed_another() {
        change(OLIVE, leon, "coverNote", "On a course");
        String first = latest(web(SAM).page(HISTORY)).select("[name=change]").val();
        change(SAM, TheTeam.person(teams, "Neil Griffiths"), "bio", "Other words");
        assertThat(web(OLIVE).post(HISTORY, Map.of("change", first)).status()).isEqualTo(303);
        assertThat(TheTeam.person(teams, "Leon Clegg").cover()).isNull();
        assertThat(TheTeam.person(teams, "Neil Griffiths").bio()).isEqualTo("Other words");
    }

    @Test
    void nothing_is_undone_twice() {
        change(OLIVE, leon, "coverNote", "On a course");
        String first = latest(web(SAM).page(HISTORY)).select("[name=change]").val();
        web(SAM).post(HISTORY, Map.of("change", first));
        Answer again = web(OLIVE).post(HISTORY, Map.of("change", first));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Sam undid this already on");
    }

    @Test
    void somebody_who_left_by_mistake_is_back_as_the_same_person() {
        String leave = edit(leon.id()) + "/leave";
        web(OLIVE).post(leave, TheTeam.toNobody(web(OLIVE).page(leave), leave));
        assertThat(teams.find(NORTH).orElseThrow().member(leon.id())).isEmpty();
        assertThat(undoLatest(SAM).status()).isEqualTo(303);
        assertThat(teams.find(NORTH).orElseThrow().members()).isEqualTo(before.members());
    }

    @Test
    void who_may_not_change_the_team_neither_sees_nor_undoes() {
        change(OLIVE, leon, "coverNote", "On a course");
        String change = latest(web(ADA).page(HISTORY)).select("[name=change]").val();
        assertThat(web(OSCAR).get(HISTORY).status()).isEqualTo(403);
        assertThat(web(OSCAR).post(HISTORY, Map.of("change", change)).status()).isEqualTo(403);
        String own = "/staff/directory/history/" + TheTeam.TOWN_CENTRE;
        assertThat(web(OSCAR).post(own, Map.of("change", change)).status()).isEqualTo(404);
        assertThat(web(OSCAR).post(own, Map.of("change", "x")).status()).isEqualTo(400);
        assertThat(TheTeam.person(teams, "Leon Clegg").cover()).isNotNull();
    }

    private void change(TestStaff who, Member member, String field, String value) {
        Map<String, String> form = Forms.fields(web(who).page(edit(member.id())), edit(member.id()));
        form.put(field, value);
        assertThat(web(who).post(edit(member.id()), form).status()).isEqualTo(303);
    }

    private Answer undoLatest(TestStaff who) {
        Element latest = latest(web(who).page(HISTORY));
        return web(who).post(
                        HISTORY, Map.of("change", latest.select("[name=change]").val()));
    }

    private static Element latest(Document page) {
        return page.select(".bl-change").getFirst();
    }

    private Caller web(TestStaff who) {
        return new Caller(port).as(who);
    }
}
