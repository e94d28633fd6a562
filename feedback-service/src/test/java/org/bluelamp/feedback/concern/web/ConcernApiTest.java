package org.bluelamp.feedback.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.bluelamp.feedback.FeedbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class ConcernApiTest extends FeedbackTest {

    private static final String CONCERNS = "/api/v1/feedback/concerns";
    private static final String NOISE = """
            {"area": "hertfordshire/stevenage/stevenage-north", "themes": ["anti-social-behaviour"],
             "text": "Noise", "effect": "some"}""";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void a_concern_is_raised_once_however_often_it_is_sent() throws Exception {
        String first = raise("key-1", NOISE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.area").value(STEVENAGE_NORTH))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = raise("key-1", NOISE)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second).isEqualTo(first);
        assertThat(count("concern")).isEqualTo(1);
    }

    @Test
    void a_key_used_for_another_concern_is_refused() throws Exception {
        raise("key-2", NOISE);
        raise("key-2", NOISE.replace("Noise", "Something else"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        assertThat(count("concern")).isEqualTo(1);
    }

    @Test
    void bad_input_is_answered_with_every_field_and_its_reason_as_problem_json() throws Exception {
        raise("key-3", """
                {"area": "hertfordshire/stevenage/stevenage-north", "themes": [null], "text": "%s"}""".formatted("x".repeat(2001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field", hasItem("themes")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("text")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("effect")));
        raise("key-3", NOISE.replace("stevenage-north", "nowhere"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("area"));
        raise("key-3", NOISE.replace("/stevenage-north", "")).andExpect(status().isUnprocessableContent());
        raise("key-3", NOISE.replace("hertfordshire/", "NO SUCH ")).andExpect(status().isUnprocessableContent());
        raise(" ", NOISE).andExpect(status().isBadRequest());
        raise("key-3", "{").andExpect(status().isBadRequest());
        mvc.perform(post(CONCERNS).contentType(MediaType.APPLICATION_JSON).content(NOISE))
                .andExpect(status().isBadRequest());
        assertThat(count("concern")).isZero();
    }

    @Test
    void half_a_character_and_a_nul_do_no_harm() throws Exception {
        raise("key-4", NOISE.replace("Noise", "a\\u0000b\\ud83dc")).andExpect(status().isCreated());
        assertThat(jdbc.sql("select text from concern").query(String.class).single())
                .isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void staff_read_the_concerns_of_their_areas_and_no_others() throws Exception {
        String there = raise("key-5", NOISE).andReturn().getResponse().getHeader("Location");
        assertThat(there).isNotNull();
        mvc.perform(get(CONCERNS).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.concerns[0].text").value("Noise"))
                .andExpect(jsonPath("$.concerns[0].state").value("new"));
        mvc.perform(get(CONCERNS).with(as("officer", TOWN_CENTRE)))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get(there).with(as("sergeant", STEVENAGE_NORTH))).andExpect(status().isOk());
        mvc.perform(get(there).with(as("officer", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(there).with(as("editor", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(get(there)).andExpect(status().isUnauthorized());
        mvc.perform(get(CONCERNS)).andExpect(status().isUnauthorized());
        mvc.perform(get(CONCERNS + "/0000-0000").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_flood_of_programs_is_set_aside_but_for_danger_and_a_person_takes_it_back() throws Exception {
        for (int i = 0; i < 30; i++) {
            raise("flood-" + i, NOISE).andExpect(status().isCreated());
        }
        assertThat(count("concern where set_aside is null")).isEqualTo(30);
        String there = raise("one-more", NOISE).andReturn().getResponse().getHeader("Location");
        assertThat(there).isNotNull();
        raise("danger", NOISE.replace("Noise", "There is a bomb")).andExpect(status().isCreated());
        raise("elsewhere", NOISE.replace("stevenage-north", "stevenage-south")).andExpect(status().isCreated());
        assertThat(jdbc.sql("select text from concern where set_aside = 'flood'")
                        .query(String.class)
                        .list())
                .containsExactly("Noise");
        assertThat(count("\"case\" where set_aside = 'flood'")).isOne();

        String reference = there.substring(there.lastIndexOf('/') + 1);
        mvc.perform(post("/staff/feedback/contacts/" + reference + "/answer")
                        .param("version", "1")
                        .param("text", "We came")
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        assertThat(count("concern where set_aside is not null")).isZero();

        clock.moveBy(Duration.ofMinutes(11));
        raise("later", NOISE).andExpect(status().isCreated());
        assertThat(count("concern where set_aside is not null")).isZero();
    }

    @Test
    void the_api_describes_itself() throws Exception {
        mvc.perform(get("/api/v1/feedback/openapi"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/feedback/concerns'].post.parameters[0].name")
                        .value("Idempotency-Key"))
                .andExpect(header().exists("Cache-Control"));
        mvc.perform(get("/api/v1/feedback/themes"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", hasItem("fly-tipping")));
    }

    private ResultActions raise(String key, String body) throws Exception {
        return mvc.perform(post(CONCERNS)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
