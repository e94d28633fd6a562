package org.bluelamp.feedback.following.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A concern from its sending to the outcome, as the resident sees it behind the link. */
class FollowTest extends FeedbackTest {

    private static final StaffMember SAM =
            new StaffMember("sam", "Sam", Set.of(Role.SERGEANT), Set.of(new AreaCode("hertfordshire/stevenage")));

    @Autowired
    private PriorityDesk priorities;

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void a_concern_is_answered_behind_its_link_and_shows_the_priority_it_led_to_and_its_outcome() throws Exception {
        Sent sent = concern("Cars race past the school");
        Document mine = page(mvc.perform(get(sent.link))
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andReturn());
        assertThat(mine.select("h1").text()).isEqualTo("Your concern " + sent.reference);
        assertThat(mine.text())
                .contains("Waiting for an answer", "If it leads to one, you will see it here")
                .contains("About Speeding", "It affects you A lot")
                .doesNotContain("Photo");
        staff(sent, "answer", 1, "text", "We check speeds on Monday").andExpect(status().isSeeOther());
        assertThat(jdbc.sql("select state from concern where reference = :reference")
                        .param("reference", sent.reference)
                        .query(String.class)
                        .single())
                .as("whoever answered has read it")
                .isEqualTo("noted");
        PriorityId id = PriorityId.next();
        priorities.set(
                SAM,
                id,
                new AreaCode(STEVENAGE_NORTH),
                new PriorityDesk.Words("Speeding", "You told us", "Speed checks"),
                Set.of(new Reference(sent.reference)));
        assertThat(page(get(sent.link)).text())
                .contains(
                        "Answered",
                        "We check speeds on Monday",
                        "Speeding",
                        "Speed checks",
                        "The team is working on it");
        long version = priorities.priority(SAM, id).orElseThrow().version();
        priorities.complete(SAM, id, version, "Half as many race now");
        assertThat(page(get(sent.link)).text()).contains("Completed on", "Half as many race now");
    }

    @Test
    void an_officer_finds_the_concern_among_the_cases_and_the_case_at_the_concern() throws Exception {
        Sent sent = concern("Cars race");
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .select("main ol")
                        .text())
                .contains("Cars race", "Concern ·");
        assertThat(page(get("/staff/feedback/" + sent.reference).with(as("officer", STEVENAGE_NORTH)))
                        .select("a[href=/staff/feedback/contacts/" + sent.reference + "]")
                        .text())
                .startsWith("The case: answer due");
    }

    @Test
    void who_is_not_content_says_so_and_is_promised_an_answer_anew() throws Exception {
        Sent sent = concern("Cars race");
        staff(sent, "answer", 1, "text", "We look into it");
        clock.moveBy(Duration.ofDays(10));
        assertThat(page(get(sent.link)).select("input[name=way]").eachAttr("value"))
                .containsExactly("reply", "not-solved", "recourse");
        write(sent, "not-solved", "They <b>still</b> race", "one")
                .andExpect(redirectedUrl(sent.link + "?done=written"));
        write(sent, "not-solved", "They <b>still</b> race", "one").andExpect(redirectedUrl(sent.link + "?done=before"));
        assertThat(page(get(sent.link + "?done=before"))
                        .select("[role=region].govuk-notification-banner")
                        .text())
                .contains("The team already has this");
        Document mine = page(get(sent.link));
        assertThat(mine.text())
                .contains(
                        "Waiting for an answer",
                        "We look into it",
                        "They <b>still</b> race",
                        "You said it has not been resolved");
        assertThat(count("case_entry")).isEqualTo(2);
        Document list = page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)));
        assertThat(list.select("main ol .govuk-tag").text()).isEqualTo("Asked again");
        Instant due = jdbc.sql("select due_at from \"case\"")
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        assertThat(Duration.between(clock.instant(), due)).isBetween(Duration.ofHours(71), Duration.ofHours(72));
        staff(sent, "answer", 3, "text", "A camera stands there now").andExpect(status().isSeeOther());
        assertThat(page(get(sent.link)).text()).contains("Answered", "A camera stands there now");
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .select(".bl-figures")
                        .text())
                .contains("2 of 2");
    }

    @Test
    void when_72_hours_are_over_a_supervisor_can_be_asked_for_and_only_a_sergeant_answers_then() throws Exception {
        Sent sent = concern("Cars race");
        assertThat(page(get(sent.link)).select("input[name=way]").eachAttr("value"))
                .containsExactly("reply");
        write(sent, "recourse", "Nobody answers", "early").andExpect(status().isConflict());
        clock.moveBy(Duration.ofHours(73));
        assertThat(page(get(sent.link)).text()).contains("The answer is overdue", "we have not kept that promise");
        write(sent, "recourse", "Nobody answers", "form").andExpect(status().isSeeOther());
        assertThat(page(get(sent.link)).text()).contains("A sergeant from the team will answer you here");
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .select(".govuk-tag")
                        .eachText())
                .contains("Supervisor asked for", "Overdue");
        mvc.perform(get("/staff/feedback/contacts/" + sent.reference + "/answer")
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl("/staff/feedback/contacts/" + sent.reference));
        staff(sent, "answer", 2, "text", "Mine").andExpect(status().isForbidden());
        mvc.perform(post("/staff/feedback/contacts/" + sent.reference + "/answer")
                        .param("version", "2")
                        .param("text", "I am sorry")
                        .with(as("sergeant", "hertfordshire/stevenage")))
                .andExpect(status().isSeeOther());
        assertThat(page(get(sent.link)).text())
                .contains("Answered", "I am sorry")
                .doesNotContain("A sergeant from the team");
    }

    @Test
    void who_writes_of_danger_is_sent_to_999_first_and_told_nothing_else_about_it() throws Exception {
        Sent danger = concern("He has a gun");
        Sent other = concern("Cars race");
        for (String path : List.of(danger.link + "/sent", danger.link)) {
            Document page = page(get(path));
            assertThat(page.select("main .govuk-warning-text").text())
                    .contains("If anyone is in danger now, call 999", "not read around the clock");
            assertThat(page.select("main .govuk-grid-column-two-thirds")
                            .first()
                            .child(0)
                            .className())
                    .isEqualTo("govuk-warning-text");
            assertThat(page.text()).doesNotContainIgnoringCase("urgent").doesNotContain("Read at once");
        }
        for (String path : List.of(other.link + "/sent", other.link)) {
            assertThat(page(get(path)).select(".govuk-warning-text")).isEmpty();
        }
        write(other, "reply", "He says he is going to kill me", "form");
        assertThat(page(get(other.link)).select(".govuk-warning-text").text()).contains("call 999");
    }

    @Test
    void a_reply_that_says_nothing_or_too_much_comes_back_and_so_does_one_too_many() throws Exception {
        Sent sent = concern("Cars race");
        Document page = page(write(sent, "", "x".repeat(4001), "form")
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#way", "#text");
        assertThat(page.select("textarea").text()).hasSize(4001);
        for (int i = 0; i < 20; i++) {
            write(sent, "reply", "More " + i, "form " + i).andExpect(status().isSeeOther());
        }
        page = page(write(sent, "reply", "And this", "form 20")
                .andExpect(status().isConflict())
                .andReturn());
        assertThat(page.select(".govuk-error-summary").text())
                .contains("Call 101 and give the reference " + sent.reference);
        assertThat(page.select("textarea").text()).isEqualTo("And this");
        write(new Sent("", "/have-your-say/my-message/none"), "reply", "x", "y").andExpect(status().isNotFound());
    }

    @Test
    void a_reply_while_the_answer_is_still_to_come_leaves_the_time_as_it_was() throws Exception {
        Sent sent = concern("Cars race");
        String due = jdbc.sql("select due_at::text from \"case\"")
                .query(String.class)
                .single();
        write(sent, "reply", "Mostly on Mondays", "form").andExpect(status().isSeeOther());
        assertThat(jdbc.sql("select due_at::text from \"case\"")
                        .query(String.class)
                        .single())
                .isEqualTo(due);
        assertThat(page(get("/staff/feedback/contacts/" + sent.reference).with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("The sender wrote", "Mostly on Mondays");
    }

    @Test
    void answers_of_two_teams_bear_the_names_of_both_once_the_case_has_moved_on() throws Exception {
        Sent sent = concern("Cars race");
        staff(sent, "answer", 1, "text", "We look into it");
        write(sent, "not-solved", "They race in Watford now", "form");
        staff(sent, "hand-over", 3, "to", TOWN_CENTRE, "text", "It is theirs").andExpect(status().isSeeOther());
        mvc.perform(post("/staff/feedback/contacts/" + sent.reference + "/answer")
                        .param("version", "4")
                        .param("text", "We check speeds here")
                        .with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isSeeOther());
        Document mine = page(get(sent.link));
        assertThat(mine.select("#answer ~ p").eachText())
                .containsSubsequence("We look into it", "We check speeds here");
        assertThat(mine.text())
                .containsSubsequence(
                        "We look into it The previous team,",
                        "we passed this to the team for Watford Town Centre",
                        "We check speeds here Watford Town Centre team,")
                .doesNotContain("It is theirs");
    }

    @Test
    void the_same_words_sent_again_after_going_back_are_kept_once_and_said_to_be_there_already() throws Exception {
        Sent sent = concern("Cars race");
        write(sent, "reply", "Mostly on Mondays", "one").andExpect(redirectedUrl(sent.link + "?done=written"));
        clock.moveBy(Duration.ofMinutes(9));
        write(sent, "reply", "Mostly on Mondays", "two").andExpect(redirectedUrl(sent.link + "?done=before"));
        write(sent, "reply", "And on Tuesdays", "two").andExpect(redirectedUrl(sent.link + "?done=written"));
        assertThat(count("case_entry")).isEqualTo(2);
        staff(sent, "answer", 1, "text", "We look into it", "token", "one")
                .andExpect(redirectedUrl("/staff/feedback/contacts/" + sent.reference + "?done=answer"));
        for (String token : List.of("one", "two")) {
            staff(sent, "answer", 2, "text", "We look into it", "token", token)
                    .andExpect(redirectedUrl("/staff/feedback/contacts/" + sent.reference + "?done=answer&before=yes"));
        }
        assertThat(page(get("/staff/feedback/contacts/" + sent.reference + "?done=answer&before=yes")
                                .with(as("officer", STEVENAGE_NORTH)))
                        .select("[role=region].govuk-notification-banner")
                        .text())
                .contains("We already have this");
        assertThat(count("case_entry where kind = 'answer'")).isOne();
        assertThat(deeds(sent.reference)).containsExactly("case.answered Olive Marchetti");
        write(sent, "not-solved", "No", "three").andExpect(redirectedUrl(sent.link + "?done=written"));
        write(sent, "not-solved", "No", "four").andExpect(redirectedUrl(sent.link + "?done=before"));
        staff(sent, "answer", 3, "text", "We look into it", "token", "three")
                .andExpect(redirectedUrl("/staff/feedback/contacts/" + sent.reference + "?done=answer"));
        assertThat(count("case_entry where kind = 'answer'"))
                .as("the sender has written meanwhile: it is an answer to that")
                .isEqualTo(2);
    }

    @Test
    void the_same_words_sent_from_many_pages_at_once_are_kept_once() throws Exception {
        Sent sent = concern("Cars race");
        try (ExecutorService fingers = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> pages = new ArrayList<>();
            for (int page = 0; page < 4; page++) {
                String token = "page " + page;
                pages.add(() -> location(write(sent, "reply", "Mostly on Mondays", token)));
                pages.add(() -> location(staff(sent, "note", 1, "text", "Seen", "token", token)));
            }
            List<String> there =
                    fingers.invokeAll(pages).stream().map(Future::resultNow).toList();
            assertThat(there).hasSize(8).doesNotContain("");
        }
        assertThat(count("case_entry where kind = 'reply'")).isOne();
        assertThat(count("case_entry where kind = 'note'")).isBetween(1, 2);
    }

    private static String location(ResultActions done) throws Exception {
        return done.andExpect(status().isSeeOther()).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    void the_same_words_a_while_later_or_of_a_colleague_are_kept() throws Exception {
        Sent sent = concern("Cars race");
        write(sent, "reply", "It goes on", "one").andExpect(status().isSeeOther());
        clock.moveBy(Duration.ofMinutes(11));
        write(sent, "reply", "It goes on", "two").andExpect(redirectedUrl(sent.link + "?done=written"));
        staff(sent, "note", 1, "text", "Seen", "token", "one").andExpect(status().isSeeOther());
        mvc.perform(post("/staff/feedback/contacts/" + sent.reference + "/note")
                        .param("version", "1")
                        .param("text", "Seen")
                        .param("token", "two")
                        .with(as("officer", STEVENAGE_NORTH, "Bram Okonjo")))
                .andExpect(redirectedUrl("/staff/feedback/contacts/" + sent.reference + "?done=note"));
        staff(sent, "note", 1, "text", "Seen", "token", "three")
                .andExpect(redirectedUrl("/staff/feedback/contacts/" + sent.reference + "?done=note"));
        assertThat(count("case_entry where kind = 'note'")).isEqualTo(3);
        assertThat(count("case_entry where kind = 'reply'")).isEqualTo(2);
    }

    @Test
    void a_concern_sent_again_with_the_same_form_is_kept_once_and_its_page_says_since_when() throws Exception {
        String token = UUID.randomUUID().toString();
        String there = said("Cars race", token);
        assertThat(there).endsWith("/sent");
        assertThat(page(get(there)).select(".govuk-notification-banner")).isEmpty();
        clock.moveBy(Duration.ofMinutes(30));
        String again = said("Cars race", token);
        assertThat(again).isEqualTo(there + "?before=yes");
        assertThat(page(get(again))
                        .select("[role=region].govuk-notification-banner")
                        .text())
                .contains("You have already sent this", "is kept once");
        assertThat(said("Cars race, and mopeds too", token)).endsWith("/sent").isNotEqualTo(there);
        assertThat(count("concern")).isEqualTo(2);
    }

    private String said(String text, String token) throws Exception {
        String there = mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", "speeding")
                        .param("text", text)
                        .param("effect", "a-lot")
                        .param("opened", "1")
                        .param("token", token))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return there;
    }

    private record Sent(String reference, String link) {}

    private Sent concern(String text) throws Exception {
        String there = mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", "speeding")
                        .param("text", text)
                        .param("effect", "a-lot")
                        .param("opened", String.valueOf(clock.instant().getEpochSecond() - 60))
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return new Sent(page(get(there)).select(".govuk-panel strong").text(), there.replace("/sent", ""));
    }

    private ResultActions write(Sent sent, String way, String text, String token) throws Exception {
        return mvc.perform(post(sent.link).param("way", way).param("text", text).param("token", token));
    }

    private ResultActions staff(Sent sent, String deed, long version, String... parameters) throws Exception {
        var request = post("/staff/feedback/contacts/" + sent.reference + "/" + deed)
                .param("version", String.valueOf(version));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request.with(as("officer", STEVENAGE_NORTH)));
    }
}
