package org.bluelamp.feedback.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ModerationTest extends FeedbackTest {

    private static final String QUEUE = "/staff/feedback/moderation";
    private static final String WORDS = "/staff/feedback/watched-words";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @AfterEach
    void onlyTheFirstWords() {
        jdbc.sql("delete from watched_words where added_by_name <> 'Bluelamp'").update();
    }

    @Test
    void nothing_is_shown_before_a_person_has_let_it_out_and_what_is_found_is_taken_out_of_the_suggestion()
            throws Exception {
        String reference = concern("Mr John Smith of SG1 1AB races every night");
        assertThat(shown()).isNull();
        assertThat(page(get(QUEUE).with(as("officer", STEVENAGE_NORTH)))
                        .select("main ol h3")
                        .text())
                .contains("Mr John Smith");
        Document form = page(get(QUEUE + "/" + reference).with(as("officer", STEVENAGE_NORTH)));
        assertThat(form.select("textarea[name=text]").text()).isEqualTo("[name] of [postcode] races every night");
        assertThat(form.text()).contains("Mr John Smith of SG1 1AB", "We removed 2 below");
        decide(reference, 0, "decision", "show", "text", "Somebody races every night")
                .andExpect(redirectedUrl(QUEUE + "?done=decided"));
        assertThat(shown()).isEqualTo("Somebody races every night");
        assertThat(page(get(QUEUE).with(as("officer", STEVENAGE_NORTH))).text()).contains("None to decide about");
        assertThat(deeds(reference)).containsExactly("concern.shown Olive Marchetti");
    }

    @Test
    void the_rules_refuse_what_still_says_who_somebody_is_whoever_lets_it_out() throws Exception {
        String reference = concern("He is loud every night");
        for (String text : new String[] {
            "Mr John Smith is loud", "Call 01632 960001 about it", "short", "I am going to kill him tonight"
        }) {
            Document page = page(decide(reference, 0, "decision", "show", "text", text)
                    .andExpect(status().isUnprocessableContent())
                    .andReturn());
            assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#text");
            assertThat(page.select("textarea[name=text]").text()).isEqualTo(text);
        }
        assertThat(shown()).isNull();
    }

    @Test
    void what_was_shown_is_hidden_again_with_a_reason_and_a_note() throws Exception {
        String reference = concern("The shop at the corner sells to children");
        decide(reference, 0, "decision", "show", "text", "A shop sells to children");
        decide(reference, 1, "decision", "keep-back").andExpect(status().isUnprocessableContent());
        decide(reference, 1, "decision", "keep-back", "reason", "other").andExpect(status().isUnprocessableContent());
        decide(reference, 1, "decision", "keep-back", "reason", "accusation", "note", "One can tell which shop")
                .andExpect(status().isSeeOther());
        assertThat(shown()).isNull();
        assertThat(page(get(QUEUE + "/" + reference).with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("Not published by Olive Marchetti", "One can tell which shop");
        assertThat(page(get(QUEUE + "?state=kept-back").with(as("officer", STEVENAGE_NORTH)))
                        .select("main ol h3"))
                .hasSize(1);
        assertThat(deeds(reference))
                .containsExactly("concern.shown Olive Marchetti", "concern.kept-back Olive Marchetti");
    }

    @Test
    void of_two_who_decide_at_once_the_slower_is_told_and_keeps_what_was_typed() throws Exception {
        String reference = concern("Noise at the park every night");
        decide(reference, 0, "decision", "keep-back", "reason", "not-local");
        Document page = page(decide(reference, 0, "decision", "show", "text", "Noise every night")
                .andExpect(status().isConflict())
                .andReturn());
        assertThat(page.select("textarea[name=text]").text()).isEqualTo("Noise every night");
        assertThat(shown()).isNull();
    }

    @Test
    void a_threat_goes_to_the_top_at_once_even_if_a_program_seems_to_have_written_it() throws Exception {
        concern("The first one, about noise");
        mvc.perform(form("He said: I'll  KÍLL you!").param("subject", "filled in"))
                .andExpect(status().isSeeOther());
        Document list = page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)));
        assertThat(list.select("main ol h3").eachText())
                .containsExactly("He said: I'll KÍLL you!", "The first one, about noise");
        assertThat(list.select("main ol .govuk-tag").first().text()).isEqualTo("Read at once");
    }

    @Test
    void a_message_that_threatens_is_read_at_once_too_until_it_is_answered() throws Exception {
        mvc.perform(post("/have-your-say/stevenage/stevenage-north/contact")
                        .param("message", "There is a bomb")
                        .param("opened", "1")
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther());
        String reference =
                jdbc.sql("select reference from \"case\"").query(String.class).single();
        assertThat(page(get("/staff/feedback/contacts/" + reference).with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("Read at once");
        mvc.perform(post("/staff/feedback/contacts/" + reference + "/answer")
                .param("version", "1")
                .param("text", "We came")
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(page(get("/staff/feedback/contacts/" + reference).with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .doesNotContain("Read at once");
    }

    @Test
    void words_that_are_blocked_have_it_set_aside_as_whole_words_and_nothing_is_lost() throws Exception {
        word("block", "  Cheap   Wátches! ").andExpect(redirectedUrl(WORDS + "?done=added"));
        concernOf("Buy cheap-watches here");
        concernOf("Cheap watchessold here");
        assertThat(jdbc.sql("select set_aside from concern order by id")
                        .query(String.class)
                        .list())
                .containsExactly("blocked-words", null);
        assertThat(page(get("/staff/feedback?state=set-aside").with(as("officer", STEVENAGE_NORTH)))
                        .text())
                .contains("Buy cheap-watches here");
        assertThat(page(get(QUEUE).with(as("officer", STEVENAGE_NORTH))).text()).doesNotContain("Buy cheap");
    }

    @Test
    void only_administrators_of_the_force_keep_the_words() throws Exception {
        mvc.perform(get(WORDS)).andExpect(status().isUnauthorized());
        mvc.perform(get(WORDS).with(as("sergeant", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(get(WORDS).with(as("administrator", "hertfordshire/stevenage")))
                .andExpect(status().isForbidden());
        word("", "!").andExpect(status().isUnprocessableContent());
        word("block", "x".repeat(61)).andExpect(status().isUnprocessableContent());
        word("block", "of one day");
        String action = page(get(WORDS).with(as("administrator", "hertfordshire")))
                .select("li:contains(of one day) form")
                .attr("action");
        mvc.perform(post(action).with(as("administrator", "hertfordshire"))).andExpect(status().isSeeOther());
        assertThat(page(get(WORDS).with(as("administrator", "hertfordshire"))).text())
                .doesNotContain("of one day");
    }

    @Test
    void another_areas_concerns_are_in_no_queue_and_refused_by_their_address() throws Exception {
        String reference = concern("Not for Watford at all");
        assertThat(page(get(QUEUE).with(as("officer", TOWN_CENTRE))).text()).doesNotContain("Not for Watford");
        mvc.perform(get(QUEUE + "/" + reference).with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        mvc.perform(post(QUEUE + "/" + reference)
                        .param("version", "0")
                        .param("decision", "show")
                        .param("text", "Long enough to show")
                        .with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        mvc.perform(get(QUEUE)).andExpect(status().isUnauthorized());
        mvc.perform(get(QUEUE).with(as("administrator", "hertfordshire"))).andExpect(status().isForbidden());
    }

    private @Nullable String shown() {
        return jdbc.sql("select public_text from concern")
                .query((row, n) -> row.getString(1))
                .list()
                .getFirst();
    }

    private String concern(String text) throws Exception {
        concernOf(text);
        return jdbc.sql("select reference from concern order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private void concernOf(String text) throws Exception {
        mvc.perform(form(text)).andExpect(status().isSeeOther());
    }

    private static MockHttpServletRequestBuilder form(String text) {
        return post("/have-your-say/stevenage/stevenage-north")
                .param("themes", "speeding")
                .param("text", text)
                .param("effect", "some")
                .param("opened", "1")
                .param("token", UUID.randomUUID().toString());
    }

    private ResultActions word(String kind, String phrase) throws Exception {
        return mvc.perform(
                post(WORDS).param("kind", kind).param("phrase", phrase).with(as("administrator", "hertfordshire")));
    }

    private ResultActions decide(String reference, long version, String... parameters) throws Exception {
        var request = post(QUEUE + "/" + reference).param("version", String.valueOf(version));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request.with(as("officer", STEVENAGE_NORTH)));
    }
}
