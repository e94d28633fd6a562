package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A team is called at once when a resident writes of danger, and is told nothing of what they wrote. */
class DangerCallsTest extends FeedbackTest {

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void a_message_and_a_concern_that_speak_of_danger_call_the_team_and_no_others_do() throws Exception {
        message("The street lamp is out");
        assertThat(calls(reference())).isEmpty();
        message("My husband will kill me");
        assertThat(calls(reference())).singleElement().satisfies(call -> {
            Contracts.validate(CaseUrgent.TYPE, call);
            assertThat(JsonPath.<String>read(call, "$.area")).isEqualTo(STEVENAGE_NORTH);
            assertThat(JsonPath.<String>read(call, "$.kind")).isEqualTo("message");
            assertThat(call).doesNotContain("husband");
        });
        mvc.perform(post("/have-your-say/stevenage/stevenage-north")
                        .param("themes", "speeding")
                        .param("text", "He has a knife and is outside my door")
                        .param("effect", "some")
                        .param("opened", "1")
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther());
        assertThat(calls(reference()))
                .singleElement()
                .satisfies(call ->
                        assertThat(JsonPath.<String>read(call, "$.kind")).isEqualTo("concern"));
    }

    @Test
    void danger_in_a_reply_calls_the_team_since_the_first_time_however_often_it_is_written() throws Exception {
        String link = message("The street lamp is out");
        String reference = reference();
        reply(link, "Now he has a knife");
        reply(link, "He has a knife, please come");
        assertThat(calls(reference))
                .isNotEmpty()
                .extracting(call -> JsonPath.<String>read(call, "$.at"))
                .containsOnly(JsonPath.<String>read(calls(reference).getFirst(), "$.at"));
    }

    @Test
    void the_team_that_a_case_which_speaks_of_danger_comes_to_is_called_too() throws Exception {
        message("My husband will kill me");
        String reference = reference();
        mvc.perform(post("/staff/feedback/contacts/" + reference + "/hand-over")
                        .param("version", "1")
                        .param("text", "It is in your neighbourhood")
                        .param("to", TOWN_CENTRE)
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        assertThat(calls(reference))
                .extracting(call -> JsonPath.<String>read(call, "$.area"))
                .containsExactly(STEVENAGE_NORTH, TOWN_CENTRE);
    }

    private List<String> calls(String reference) {
        return announced(reference).stream()
                .filter(event -> event.type().equals(CaseUrgent.TYPE))
                .map(Announced::data)
                .toList();
    }

    /** A message to the team, and its sender's link. */
    private String message(String text) throws Exception {
        String there = mvc.perform(aMessage().saying(text).sentTo("stevenage/stevenage-north"))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return there.replace("/sent", "");
    }

    private void reply(String link, String text) throws Exception {
        mvc.perform(post(link)
                        .param("way", "reply")
                        .param("text", text)
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther());
    }

    /** How to speak of what came last. */
    private String reference() {
        return jdbc.sql("select reference from \"case\" order by received_at desc, reference limit 1")
                .query(String.class)
                .single();
    }
}
