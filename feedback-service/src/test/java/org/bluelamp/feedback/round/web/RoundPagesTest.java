package org.bluelamp.feedback.round.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.survey.Asked;
import org.bluelamp.feedback.survey.Branch;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RoundPagesTest extends RoundScene {

    private static final String LIST = "/staff/feedback/rounds";
    private static final String NEW = LIST + "/new?area=" + STEVENAGE_NORTH;

    @Test
    void a_sergeant_plans_a_round_and_writes_its_questions_without_script() throws Exception {
        String action = page(get(NEW).with(as("sergeant", STEVENAGE_NORTH)))
                .select("main form")
                .attr("action");
        mvc.perform(plan(action, today().plusDays(5), today().plusDays(20)).with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        Round round = rounds.of(new AreaCode(STEVENAGE_NORTH), 1).getFirst();
        String path = LIST + "/" + round.id();
        assertThat(page(get(path).with(as("sergeant", STEVENAGE_NORTH))).text()).contains("asks nothing yet");
        ask(path, "kind=choice", 1, "Safe?", "Yes\nNo");
        mvc.perform(post(path + "/questions/new?kind=text")
                        .param("version", "2")
                        .param("text", "Why not?")
                        .param("branch", "1:2")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        Round asked = rounds.find(round.id()).orElseThrow();
        assertThat(asked.survey().questions()).hasSize(2);
        assertThat(asked.survey().questions().get(0).kind()).isEqualTo(Kind.CHOICE);
        assertThat(asked.survey().questions().get(1).branch()).isEqualTo(new Branch(1, 2));
        Document page = page(get(path).with(as("sergeant", STEVENAGE_NORTH)));
        assertThat(page.text()).contains("1. Safe?", "Asked of those who answered “No” to question 1");
        // What another question depends on cannot go, and what depends on the one before it cannot move.
        assertThat(page.select("form[action$=remove]").eachAttr("action"))
                .containsExactly(path + "/questions/2/remove");
        assertThat(page.select("form[action$=earlier]")).isEmpty();
        mvc.perform(post(path + "/questions/2/remove").param("version", "3").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        assertThat(rounds.find(round.id()).orElseThrow().survey().questions()).hasSize(1);
    }

    @Test
    void what_is_wrong_with_a_plan_or_a_question_is_told_beside_what_was_typed() throws Exception {
        String action = page(get(NEW).with(as("sergeant", STEVENAGE_NORTH)))
                .select("main form")
                .attr("action");
        MvcResult result = mvc.perform(post(URI.create(action))
                        .param("title", " ")
                        .param("about", "Kept")
                        .param("first.day", "1")
                        .param("first.month", "1")
                        .param("first.year", "2020")
                        .param("last.day", "31")
                        .param("last.month", "2")
                        .param("last.year", "2027")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(result).select(".govuk-error-summary").text())
                .contains("what the round is called", "today or later", "real date");
        assertThat(page(result).select("#about").text()).isEqualTo("Kept");
        Round round = planned();
        MvcResult question = mvc.perform(post(LIST + "/" + round.id() + "/questions/new?kind=choice")
                        .param("version", "" + round.version())
                        .param("text", "Which?")
                        .param("options", "Only one")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(question).select(".govuk-error-summary").text()).contains("Enter 2 to 10 answers");
        assertThat(page(question).select("#options").text()).isEqualTo("Only one");
    }

    @Test
    void days_that_another_round_has_are_refused_with_its_days() throws Exception {
        planned();
        String action = page(get(NEW).with(as("sergeant", STEVENAGE_NORTH)))
                .select("main form")
                .attr("action");
        MvcResult result = mvc.perform(
                        plan(action, today(), today().plusDays(3)).with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(result).select(".govuk-error-summary").text()).contains("has another round from");
    }

    @Test
    void an_answer_on_which_another_question_depends_is_not_taken_away() throws Exception {
        Round round = planned();
        MvcResult result = mvc.perform(post(LIST + "/" + round.id() + "/questions/1")
                        .param("version", "" + round.version())
                        .param("text", "Safe?")
                        .param("options", "Only this\nOr that")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andReturn();
        // The second answer is still there, so its number leads on.
        assertThat(result.getResponse().getStatus()).isEqualTo(303);
        Planned now = (Planned) rounds.find(round.id()).orElseThrow();
        var branching = now.survey().with(new Question(2, "Where?", "", false, new Asked.Place(), new Branch(1, 2)));
        desk.ask(SAM, round.id(), now.version(), branching);
        mvc.perform(post(LIST + "/" + round.id() + "/questions/1/remove")
                        .param("version", "" + (now.version() + 1))
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(LIST + "/" + round.id()));
        assertThat(rounds.find(round.id()).orElseThrow().survey().questions()).hasSize(4);
    }

    @Test
    void a_preview_walks_through_the_pages_and_keeps_nothing() throws Exception {
        Round round = planned();
        String path = LIST + "/" + round.id() + "/preview";
        assertThat(page(get(path).with(as("officer", STEVENAGE_NORTH))).select("input[name=q1]"))
                .hasSize(3);
        Document second = page(post(path).param("page", "0").param("q1", "2").with(as("officer", STEVENAGE_NORTH)));
        assertThat(second.select("input[name=q2]")).hasSize(1);
        Document end = page(post(path)
                .param("page", "1")
                .param("q1", "2")
                .param("q2", "The park")
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(end.text()).contains("Nothing was kept");
        assertThat(count("voice")).isZero();
    }

    @Test
    void an_open_round_is_moved_and_closed_with_a_reason() throws Exception {
        Open round = open();
        String path = LIST + "/" + round.id();
        LocalDate last = today().plusDays(2);
        mvc.perform(post(path + "/until")
                        .param("version", "" + round.version())
                        .param("last.day", "" + last.getDayOfMonth())
                        .param("last.month", "" + last.getMonthValue())
                        .param("last.year", "" + last.getYear())
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path + "?done=until"));
        mvc.perform(post(path + "/close").param("version", "4").with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(path + "/close")
                        .param("version", "4")
                        .param("reason", "Everybody answered")
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path + "?done=closed"));
        assertThat(deeds(round.id())).contains("round.closed Olive Marchetti");
    }

    @Test
    void residents_find_what_is_open_what_comes_and_what_is_over() throws Exception {
        assertThat(page(get("/have-your-say/rounds")).text()).contains("No team is asking residents");
        Open round = open();
        assertThat(page(get("/have-your-say/rounds")).select("#open + ul").text())
                .contains("Stevenage North: What now?");
        assertThat(page(get("/have-your-say/rounds/" + round.id()))
                        .select("a.govuk-button")
                        .attr("href"))
                .isEqualTo("/have-your-say/rounds/" + round.id() + "/answer");
        mvc.perform(get("/have-your-say/stevenage/stevenage-north/round"))
                .andExpect(redirectedUrl("/have-your-say/rounds/" + round.id()));
        closed(round);
        assertThat(page(get("/have-your-say/rounds")).select("#over + ul").text())
                .contains("What now?");
        assertThat(page(get("/have-your-say/rounds/" + round.id())).text()).contains("This round closed on");
        mvc.perform(get("/have-your-say/rounds/" + RoundId.next())).andExpect(status().isNotFound());
        mvc.perform(get("/have-your-say/watford/town-centre/round"))
                .andExpect(redirectedUrl("/have-your-say/watford/town-centre"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_last_day_is_the_day_on_which_it_closed_everywhere_whether_the_day_or_a_person_closed_it(boolean byDay)
            throws Exception {
        Open round = open();
        LocalDate planned = round.plan().period().last();
        if (byDay) {
            days((int) LocalDate.now(LondonTime.ZONE).until(planned, ChronoUnit.DAYS) + 1, round.id());
        } else {
            closed(round);
        }
        LocalDate last = rounds.find(round.id()).orElseThrow().plan().period().last();
        assertThat(last.equals(planned)).isEqualTo(byDay);
        String day = LondonTime.day(last);
        assertThat(page(get("/have-your-say/rounds/" + round.id())).text()).contains("This round closed on " + day);
        assertThat(page(get("/have-your-say/rounds")).select("#over + ul").text())
                .contains("until " + day);
        assertThat(page(get(LIST + "/" + round.id()).with(as("sergeant", STEVENAGE_NORTH)))
                        .text())
                .contains("Closed on " + day);
        assertThat(announced(round.id()).getLast().data()).contains("\"closedOn\":\"" + last + "\"");
    }

    @Test
    void rights_hold_both_ways() throws Exception {
        Round round = planned();
        String one = LIST + "/" + round.id();
        assertThat(page(get(LIST).with(as("officer", STEVENAGE_NORTH))).text()).contains("What now?");
        assertThat(page(get(LIST).with(as("sergeant", TOWN_CENTRE))).text()).doesNotContain("What now?");
        mvc.perform(get(one).with(as("officer", STEVENAGE_NORTH))).andExpect(status().isOk());
        mvc.perform(get(one + "/voices").with(as("officer", STEVENAGE_NORTH))).andExpect(status().isOk());
        mvc.perform(get(one).with(as("sergeant", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(one).with(as("editor", "hertfordshire"))).andExpect(status().isForbidden());
        for (String address :
                List.of(NEW, one + "/plan", one + "/questions/new", one + "/questions/1", one + "/remove")) {
            mvc.perform(get(URI.create(address)).with(as("officer", STEVENAGE_NORTH)))
                    .andExpect(status().isForbidden());
            mvc.perform(get(URI.create(address)).with(as("sergeant", TOWN_CENTRE)))
                    .andExpect(status().isForbidden());
            mvc.perform(get(URI.create(address))).andExpect(status().isUnauthorized());
            mvc.perform(get(URI.create(address)).with(as("administrator", "hertfordshire")))
                    .andExpect(status().isOk());
        }
        for (String address : List.of("/preview", "/poster", "/voices")) {
            mvc.perform(get(one + address).with(as("sergeant", TOWN_CENTRE))).andExpect(status().isForbidden());
            mvc.perform(get(one + address)).andExpect(status().isUnauthorized());
        }
        for (String address : List.of("/cards", "/take-back")) {
            mvc.perform(post(one + address).with(as("officer", STEVENAGE_NORTH)))
                    .andExpect(status().isForbidden());
            mvc.perform(post(one + address).with(as("sergeant", TOWN_CENTRE))).andExpect(status().isForbidden());
        }
    }

    private void ask(String path, String kind, long version, String text, String options) throws Exception {
        mvc.perform(post(path + "/questions/new?" + kind)
                        .param("version", "" + version)
                        .param("text", text)
                        .param("options", options)
                        .with(as("sergeant", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(path + "?done=asked#questions"));
    }

    private static MockHttpServletRequestBuilder plan(String action, LocalDate first, LocalDate last) {
        return post(URI.create(action))
                .param("title", "What now?")
                .param("about", "We want to know.")
                .param("first.day", "" + first.getDayOfMonth())
                .param("first.month", "" + first.getMonthValue())
                .param("first.year", "" + first.getYear())
                .param("last.day", "" + last.getDayOfMonth())
                .param("last.month", "" + last.getMonthValue())
                .param("last.year", "" + last.getYear())
                .param("parts", "Old Town\nSymonds Green");
    }
}
