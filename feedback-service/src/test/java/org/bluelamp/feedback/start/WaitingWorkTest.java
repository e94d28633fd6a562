package org.bluelamp.feedback.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import org.bluelamp.feedback.FeedbackTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal's home page tells somebody of what residents wait for. */
class WaitingWorkTest extends FeedbackTest {

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void an_officer_reads_how_many_cases_of_their_own_areas_wait_and_which_are_late() throws Exception {
        mvc.perform(aMessage().saying("When is the next meeting?").sentTo("stevenage/stevenage-north"));
        mvc.perform(aMessage().saying("Who is our officer?").sentTo("stevenage/stevenage-north"));
        assertThat(waiting("officer", STEVENAGE_NORTH)).containsExactly("2 cases need an answer");
        assertThat(waiting("officer", TOWN_CENTRE)).isEmpty();
        clock.moveBy(Duration.ofHours(73));
        assertThat(waiting("sergeant", STEVENAGE_NORTH))
                .containsExactly("2 cases are overdue", "2 cases need an answer");
    }

    @Test
    void what_speaks_of_danger_stands_first_until_somebody_has_written_about_it() throws Exception {
        mvc.perform(aMessage().saying("Who is our officer?").sentTo("stevenage/stevenage-north"));
        mvc.perform(aMessage().saying("My husband will kill me").sentTo("stevenage/stevenage-north"));
        assertThat(waiting("officer", STEVENAGE_NORTH))
                .containsExactly("1 case speaks of danger", "2 cases need an answer");
        assertThat(waiting("officer", TOWN_CENTRE)).isEmpty();
        String reference = jdbc.sql("select reference from \"case\" where urgent")
                .query(String.class)
                .single();
        mvc.perform(post("/staff/feedback/contacts/" + reference + "/note")
                .param("version", "1")
                .param("text", "The control room has it")
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(waiting("officer", STEVENAGE_NORTH)).containsExactly("2 cases need an answer");
    }

    @Test
    void nobody_else_may_ask_and_nothing_is_kept_on_the_way() throws Exception {
        mvc.perform(get("/staff/feedback/waiting")).andExpect(status().isUnauthorized());
        mvc.perform(get("/staff/feedback/waiting").with(as("editor", "hertfordshire")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/staff/feedback/waiting").with(as("administrator", "hertfordshire")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")));
    }

    private List<String> waiting(String role, String area) throws Exception {
        String json = mvc.perform(get("/staff/feedback/waiting").with(as(role, area)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(json, "$.items[*].text");
    }
}
