package org.bluelamp.feedback.results.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.results.Result;
import org.bluelamp.feedback.results.Results;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.feedback.voice.About;
import org.bluelamp.feedback.voice.AgeBand;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.service.area.AreaCode;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ResultsTest extends RoundScene {

    @Autowired
    private Ballot ballot;

    @Autowired
    private Voices voices;

    @Autowired
    private Results results;

    @Autowired
    private PriorityDesk priorities;

    @Test
    void what_a_round_found_is_shown_when_it_has_closed_with_charts_and_the_same_numbers_in_tables() throws Exception {
        Open round = open();
        say(round, 8, 1, AgeBand.FROM_25);
        say(round, 2, 2, AgeBand.FROM_75);
        without(round, 3);
        mvc.perform(get(address(round))).andExpect(redirectedUrl("/have-your-say/rounds/" + round.id()));
        closed(round);
        complete(round);
        MvcResult result = mvc.perform(get(address(round)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("public")))
                .andReturn();
        Document page = page(result);
        assertThat(page.text()).contains("10 people with a code", "3 answers without a code");
        assertThat(page.select("section[aria-labelledby=question-1] table tbody tr")
                        .eachText())
                .containsExactly("Yes 8 80% 3", "No 2 20% 0", "It depends 0 0% 0");
        assertThat(page.select("section[aria-labelledby=question-1] svg rect").eachAttr("width"))
                .containsExactly("208", "52", "0");
        // A ranking tells who put what first, and points: three for a first place among three, two for a second.
        assertThat(page.select("section[aria-labelledby=question-3] table tbody tr")
                        .eachText())
                .containsExactly("Burglary 0 0% 20 3", "Speeding 0 0% 0 0", "Noise 10 100% 30 3");
        assertThat(page.select("section[aria-labelledby=question-4]")).isEmpty();
    }

    @Test
    void who_was_heard_stands_beside_it_in_groups_of_five_or_more() throws Exception {
        Open round = open();
        say(round, 7, 1, AgeBand.FROM_25);
        say(round, 2, 1, AgeBand.UNDER_18);
        say(round, 4, 2, AgeBand.FROM_75);
        closed(round);
        complete(round);
        Document page = page(get(address(round)));
        assertThat(page.select("section[aria-labelledby=question-1] thead").text())
                .as("where nobody answered without a code")
                .isEqualTo("Answer People Share");
        assertThat(page.select("table:has(caption:contains(Age)) tbody tr").eachText())
                .containsExactly("25 to 34 7", "Smaller groups, and those who did not say 6");
        assertThat(page.text()).doesNotContain("75 and over");
        assertThat(page.select("table:has(caption:contains(Way)) tbody tr").eachText())
                .containsExactly("A code from a card 13");
    }

    @Test
    void a_small_group_that_could_be_reckoned_from_the_others_takes_the_next_one_with_it() throws Exception {
        Open round = open();
        say(round, 8, 1, AgeBand.FROM_25);
        say(round, 6, 1, AgeBand.FROM_45);
        say(round, 4, 2, AgeBand.FROM_75);
        closed(round);
        complete(round);
        assertThat(page(get(address(round)))
                        .select("table:has(caption:contains(Age)) tbody tr")
                        .eachText())
                .containsExactly("25 to 34 8", "Smaller groups, and those who did not say 10");
    }

    @Test
    void too_few_answers_are_not_shown() throws Exception {
        Open round = open();
        say(round, 4, 1, null);
        closed(round);
        complete(round);
        Document page = page(get(address(round)));
        assertThat(page.select("section[aria-labelledby=question-1]").text()).contains("too few to show");
        assertThat(page.select("svg.bl-chart")).isEmpty();
    }

    @Test
    void a_question_that_was_asked_before_tells_by_how_much_its_answers_moved() throws Exception {
        Open before = open();
        say(before, 5, 1, null);
        say(before, 5, 2, null);
        closed(before);
        complete(before);
        jdbc.sql(
                        "update round set opens_on = opens_on - 60, closes_on = closes_on - 60, closed_at = closed_at - interval '50 days'")
                .update();
        Open now = open();
        say(now, 8, 1, null);
        say(now, 2, 2, null);
        closed(now);
        complete(now);
        assertThat(page(get(address(now)))
                        .select("section[aria-labelledby=question-1] table tbody tr")
                        .eachText())
                .containsExactly("Yes 8 80% +30", "No 2 20% −30", "It depends 0 0% 0");
    }

    @Test
    void what_was_set_aside_counts_nowhere_until_a_person_takes_it_back() {
        Open round = open();
        say(round, 1, 1, null);
        ballot.take(
                round.id(),
                answers(2),
                new About(null, null),
                null,
                SubmissionKey.ofForm("program", ""),
                SetAside.TOO_FAST);
        closed(round);
        Result first = complete(round);
        assertThat(first.setAside()).isOne();
        assertThat(first.findings().getFirst().unverified()).isZero();
        ballot.takeBack(SAM, round, voices.setAside(round.id()), "A class of pupils");
        await().untilAsserted(() ->
                assertThat(complete(round).findings().getFirst().unverified()).isOne());
    }

    @Test
    void the_team_reads_peoples_own_words_and_nobody_else_does() throws Exception {
        Open round = open();
        say(round, 5, 2, null);
        String open = "/staff/feedback/rounds/" + round.id() + "/results";
        assertThat(page(get(open).with(as("officer", STEVENAGE_NORTH))).text())
                .contains("can be read when the round has closed")
                .doesNotContain("The underpass");
        closed(round);
        complete(round);
        assertThat(results.words(round, 2, null, 3).texts()).hasSize(3);
        assertThat(results.words(round, 2, results.words(round, 2, null, 3).next(), 3))
                .isEqualTo(new Results.Words(List.of("The underpass", "The underpass"), null));
        String staff = "/staff/feedback/rounds/" + round.id() + "/results";
        assertThat(page(get(staff).with(as("officer", STEVENAGE_NORTH))).text()).contains("The underpass");
        assertThat(page(get(staff).with(as("administrator", "hertfordshire"))).text())
                .doesNotContain("The underpass");
        assertThat(page(get(address(round))).text()).doesNotContain("The underpass");
        mvc.perform(get(staff).with(as("officer", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(staff)).andExpect(status().isUnauthorized());
    }

    @Test
    void a_neighbourhood_continues_replaces_and_sets_priorities_in_one_step_linked_to_its_concerns() throws Exception {
        concern("speeding");
        concern("speeding");
        concern("burglary");
        Priority old = set("Motorbikes");
        Priority going = set("Noise");
        Closed round = closed(open());
        complete(round);
        Document form = page(get(decide(round)).with(as("sergeant", STEVENAGE_NORTH)));
        assertThat(form.select("select option").eachText()).contains("Speeding and dangerous driving (2)");
        mvc.perform(decision(form, round)
                        .param("current[0].pick", pick(form, 0, going, "continued", "replaced"))
                        .param("current[0].words", "Words of the first")
                        .param("current[1].pick", pick(form, 1, going, "continued", "replaced"))
                        .param("current[1].words", "Words of the second")
                        .param("fresh[0].issue", "Speeding past the school")
                        .param("fresh[0].why", "Most residents named it")
                        .param("fresh[0].theme", "speeding")
                        .param("decision", "Forty residents met."))
                .andExpect(redirectedUrl("/staff/feedback/rounds/" + round.id() + "?done=decided"));
        assertThat(rounds.find(round.id()).orElseThrow()).isInstanceOf(Decided.class);
        assertThat(jdbc.sql("select status || ' ' || issue || ' ' || evidence from priority order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("continued Noise 0", "open Speeding past the school 2", "replaced Motorbikes 0");
        Document page = page(get(address(round)));
        assertThat(page.select("#decision ~ ul").first().text())
                .contains(
                        "New: Speeding past the school, based on 2 of residents’ concerns",
                        "Continued: Noise",
                        "Replaced: Motorbikes");
        assertThat(page.text()).contains("Forty residents met.");
        assertThat(old.id()).isNotNull();
        // Sent again it changes nothing.
        mvc.perform(decision(form, round).param("decision", "Again"))
                .andExpect(redirectedUrl("/staff/feedback/rounds/" + round.id()));
        assertThat(count("priority")).isEqualTo(3);
    }

    @Test
    void a_decision_that_is_not_complete_keeps_nothing_and_all_that_was_typed() throws Exception {
        set("Noise");
        Closed round = closed(open());
        complete(round);
        Document form = page(get(decide(round)).with(as("sergeant", STEVENAGE_NORTH)));
        MvcResult result = mvc.perform(decision(form, round)
                        .param("current[0].pick", "replaced")
                        .param("fresh[0].issue", "Kept")
                        .param("decision", ""))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(result).select(".govuk-error-summary").text())
                .contains("why “Noise” is replaced", "why this is a priority", "how it was decided");
        assertThat(page(result).select("input[name='fresh[0].issue']").val()).isEqualTo("Kept");
        MvcResult tooMany = mvc.perform(decision(form, round)
                        .param("current[0].pick", "continued")
                        .param("current[0].words", "Patrols")
                        .param("fresh[0].issue", "One")
                        .param("fresh[0].why", "w")
                        .param("fresh[1].issue", "Two")
                        .param("fresh[1].why", "w")
                        .param("fresh[2].issue", "Three")
                        .param("fresh[2].why", "w")
                        .param("decision", "All of them"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(page(tooMany).select(".govuk-error-summary").text()).contains("at most 3 priorities");
        assertThat(count("priority")).isOne();
        assertThat(rounds.find(round.id()).orElseThrow()).isInstanceOf(Closed.class);
        mvc.perform(get(decide(round)).with(as("officer", STEVENAGE_NORTH))).andExpect(status().isForbidden());
        mvc.perform(get(decide(round)).with(as("sergeant", TOWN_CENTRE))).andExpect(status().isForbidden());
    }

    private static String pick(Document form, int row, Priority going, String yes, String no) {
        return form.select("input[name='current[" + row + "].id']")
                        .val()
                        .equals(going.id().toString())
                ? yes
                : no;
    }

    private MockHttpServletRequestBuilder decision(Document form, Round round) {
        MockHttpServletRequestBuilder request = post(decide(round)).with(as("sergeant", STEVENAGE_NORTH));
        form.select("main form input[type=hidden]").forEach(field -> request.param(field.attr("name"), field.val()));
        return request;
    }

    private static String decide(Round round) {
        return "/staff/feedback/rounds/" + round.id() + "/decide";
    }

    private static String address(Round round) {
        return "/have-your-say/rounds/" + round.id() + "/results";
    }

    /** The result, once the round was added up after it had closed. */
    private Result complete(Round round) {
        await().until(() -> results.of(rounds.find(round.id()).orElseThrow())
                .filter(Result::complete)
                .isPresent());
        return results.of(rounds.find(round.id()).orElseThrow()).orElseThrow();
    }

    private void say(Open round, int people, int option, @Nullable AgeBand age) {
        for (VoiceCode code : ballot.cards(SAM, round, people)) {
            ballot.take(
                    round.id(),
                    answers(option),
                    new About(age, null),
                    code,
                    SubmissionKey.ofForm(code.value(), ""),
                    null);
        }
    }

    private void without(Open round, int answers) {
        for (int i = 0; i < answers; i++) {
            ballot.take(
                    round.id(),
                    answers(1),
                    new About(null, null),
                    null,
                    SubmissionKey.ofForm("without " + i, ""),
                    null);
        }
    }

    private static Answers answers(int option) {
        return new Answers(new TreeMap<>(Map.of(
                1,
                new Answer.Chosen(new TreeSet<>(Set.of(option))),
                2,
                new Answer.Written("The underpass"),
                3,
                new Answer.Ranked(List.of(3, 1)))));
    }

    private void concern(String theme) throws Exception {
        mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", theme)
                        .param("text", "It happens")
                        .param("effect", "some")
                        .param("opened", "1")
                        .param("token", PriorityId.next().toString()))
                .andExpect(status().isSeeOther());
    }

    private Priority set(String issue) {
        return priorities.set(
                SAM,
                PriorityId.next(),
                new AreaCode(STEVENAGE_NORTH),
                new PriorityDesk.Words(issue, "Residents told us", "We look into it"),
                Set.of());
    }
}
