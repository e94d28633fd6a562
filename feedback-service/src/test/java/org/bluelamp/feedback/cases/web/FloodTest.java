package org.bluelamp.feedback.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.cases.FloodDesk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A program's flood with a word of danger in each message, which no machine sets aside. */
class FloodTest extends FeedbackTest {

    private static final String LIST = "/staff/feedback/contacts";
    private static final String NORTH = "stevenage/stevenage-north";
    private static final String BOMB = "There is a bomb. Buy watches.";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void what_says_the_same_is_closed_at_once_for_one_reason_and_each_case_tells_who_did_it() throws Exception {
        String read = send(aMessage().saying(BOMB));
        String second = send(aMessage().saying(BOMB));
        String third = send(aMessage().saying(BOMB));
        String real = send(aMessage().saying("He has a gun and is outside our door"));
        assertThat(page(get(LIST + "/" + read).with(olive()))
                        .select("a[href$=/alike]")
                        .text())
                .isEqualTo("2 other cases like this one");
        assertThat(ticked(read)).containsExactly(second, third);

        close(olive(), read, "no-message", second, third)
                .andExpect(redirectedUrl(LIST + "/" + read + "/alike?closed=2"));
        assertThat(page(get(LIST + "/" + read + "/alike?closed=2").with(olive()))
                        .text())
                .contains("2 cases have been closed", "There are no other cases like this one");
        assertThat(states("closed")).containsExactlyInAnyOrder(second, third);
        assertThat(states("received")).containsExactlyInAnyOrder(read, real);
        for (String closed : List.of(second, third)) {
            assertThat(deeds(closed)).containsExactly("case.closed Olive Marchetti");
            assertThat(page(get(LIST + "/" + closed).with(olive())).text())
                    .contains("Closed with others like the case " + read, "Olive Marchetti");
        }
    }

    @Test
    void what_seems_a_programs_leads_to_others_that_seem_so_in_whatever_words_and_to_no_persons() throws Exception {
        String read = send(aMessage().saying("A bomb, number 1").withHiddenField("filled in"));
        String hidden = send(aMessage().saying("A bomb, number 2").withHiddenField("filled in"));
        String fast = send(aMessage().saying("A bomb, number 3").opened(clock.instant()));
        String person = send(aMessage().saying("He has a gun and is outside our door"));
        assertThat(listed(read)).containsExactly(hidden, fast);
        assertThat(ticked(read)).as("to be read first").isEmpty();
        assertThat(page(get(LIST + "/" + read + "/alike").with(olive()))
                        .select(".govuk-checkboxes__hint")
                        .text())
                .contains(
                        "other words, but a field hidden from people was filled in",
                        "other words, but the form was sent back within seconds");
        assertThat(page(get(LIST + "/" + person).with(olive())).select("a[href$=/alike]"))
                .isEmpty();
    }

    @Test
    void a_program_that_raises_concerns_beyond_a_flood_is_known_by_it() throws Exception {
        for (int n = 0; n <= 31; n++) {
            mvc.perform(post("/api/v1/feedback/concerns")
                            .header("Idempotency-Key", "flood-" + n)
                            .contentType("application/json")
                            .content("""
                                    {"area": "%s", "themes": ["speeding"], "text": "A bomb, number %d", "effect": "some"}""".formatted(STEVENAGE_NORTH, n)))
                    .andExpect(status().isCreated());
        }
        assertThat(count("\"case\" where suspected = 'flood' and set_aside is null and urgent"))
                .isEqualTo(2);
        String read = reference("number 30");
        assertThat(listed(read)).containsExactly(reference("number 31"));
    }

    @Test
    void what_somebody_has_dealt_with_or_wrote_about_again_is_left_alone_even_if_it_is_named() throws Exception {
        String read = send(aMessage().saying(BOMB));
        String taken = send(aMessage().saying(BOMB));
        jdbc.sql("update \"case\" set holder_id = 'bram', holder_name = 'Bram Okonjo' where reference = ?")
                .param(taken)
                .update();
        String noted = send(aMessage().saying(BOMB));
        mvc.perform(post(LIST + "/" + noted + "/note")
                .param("version", "1")
                .param("text", "The control room has it")
                .with(olive()));
        String link = link(NORTH, aMessage().saying(BOMB));
        mvc.perform(post(link)
                .param("way", "reply")
                .param("text", "Please come")
                .param("token", UUID.randomUUID().toString()));
        String askedAgain =
                page(get(link + "/sent")).select(".govuk-panel strong").text();
        String elsewhere = sendTo("watford/town-centre", aMessage().saying(BOMB));
        String other = send(aMessage().saying("He has a gun and is outside our door"));
        assertThat(listed(read)).isEmpty();
        close(olive(), read, "no-message", taken, noted, askedAgain, elsewhere, other, read)
                .andExpect(redirectedUrl(LIST + "/" + read + "/alike?closed=0"));
        assertThat(states("closed")).isEmpty();
    }

    @Test
    void officers_and_sergeants_of_the_area_close_a_flood_and_nobody_else_does() throws Exception {
        String read = send(aMessage().saying(BOMB));
        String second = send(aMessage().saying(BOMB));
        String third = send(aMessage().saying(BOMB));
        String path = LIST + "/" + read + "/alike";
        for (RequestPostProcessor who : List.of(
                as("officer", TOWN_CENTRE),
                as("sergeant", TOWN_CENTRE),
                as("administrator", "hertfordshire"),
                as("editor", STEVENAGE_NORTH))) {
            mvc.perform(get(path).with(who)).andExpect(status().isForbidden());
            close(who, read, "no-message", second).andExpect(status().isForbidden());
        }
        mvc.perform(get(path)).andExpect(status().isUnauthorized());
        mvc.perform(post(path)).andExpect(status().isUnauthorized());
        assertThat(states("closed")).isEmpty();
        close(olive(), read, "no-message", second).andExpect(status().isSeeOther());
        close(as("sergeant", "hertfordshire/stevenage"), read, "no-message", third)
                .andExpect(status().isSeeOther());
        assertThat(states("closed")).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void so_many_are_closed_at_once_and_the_page_says_how_many_are_left() throws Exception {
        String read = send(aMessage().saying(BOMB));
        for (int n = 0; n < FloodDesk.MOST + 3; n++) {
            mvc.perform(aMessage().saying(BOMB).sentTo(NORTH));
        }
        assertThat(page(get(LIST + "/" + read + "/alike").with(olive())).text())
                .contains("103 other cases", "The first 100 are listed");
        List<String> all =
                states("received").stream().filter(one -> !one.equals(read)).toList();
        close(olive(), read, "no-message", all.toArray(String[]::new))
                .andExpect(redirectedUrl(LIST + "/" + read + "/alike?closed=100"));
        assertThat(page(get(LIST + "/" + read + "/alike?closed=100").with(olive()))
                        .text())
                .contains("100 cases have been closed", "3 other cases");
        assertThat(ticked(read)).hasSize(3);
    }

    @Test
    void without_cases_or_a_reason_that_fits_nothing_is_closed_and_what_was_ticked_stays() throws Exception {
        String read = send(aMessage().saying(BOMB));
        String second = send(aMessage().saying(BOMB));
        send(aMessage().saying(BOMB));
        Document page = page(close(olive(), read, "")
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#cases", "#reason");
        page = page(close(olive(), read, "settled", second)
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#reason");
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
                .containsExactly(second);
        assertThat(page.select("input[type=radio]").eachAttr("value"))
                .containsExactly("withdrawn", "spoken", "repeated", "control-room", "hoax", "no-message");
        assertThat(states("closed")).isEmpty();
    }

    @Test
    void what_does_not_speak_of_danger_is_closed_one_by_one() throws Exception {
        String read = send(aMessage().saying("Buy watches"));
        String second = send(aMessage().saying("Buy watches"));
        assertThat(page(get(LIST + "/" + read).with(olive())).select("a[href$=/alike]"))
                .isEmpty();
        close(olive(), read, "no-message", second).andExpect(redirectedUrl(LIST + "/" + read + "/alike?closed=0"));
    }

    private List<String> listed(String reference) throws Exception {
        return boxes(reference, "");
    }

    private List<String> ticked(String reference) throws Exception {
        return boxes(reference, "[checked]");
    }

    private List<String> boxes(String reference, String which) throws Exception {
        return page(get(LIST + "/" + reference + "/alike").with(olive()))
                .select("input[type=checkbox]" + which)
                .eachAttr("value");
    }

    private ResultActions close(RequestPostProcessor who, String reference, String reason, String... cases)
            throws Exception {
        var form = post(LIST + "/" + reference + "/alike")
                .param("reason", reason)
                .param("token", UUID.randomUUID().toString());
        for (String one : cases) {
            form.param("cases", one);
        }
        return mvc.perform(form.with(who));
    }

    private List<String> states(String state) {
        return jdbc.sql("select reference from \"case\" where state = :state order by received_at")
                .param("state", state)
                .query(String.class)
                .list();
    }

    private String reference(String ending) {
        return jdbc.sql("select reference from concern where text like '%' || :ending")
                .param("ending", ending)
                .query(String.class)
                .single();
    }

    private String send(Message message) throws Exception {
        return sendTo(NORTH, message);
    }

    private String sendTo(String area, Message message) throws Exception {
        return page(get(link(area, message) + "/sent"))
                .select(".govuk-panel strong")
                .text();
    }

    private String link(String area, Message message) throws Exception {
        String there =
                mvc.perform(message.sentTo(area)).andReturn().getResponse().getRedirectedUrl();
        assertThat(there).isNotNull();
        return there.replace("/sent", "");
    }

    private static RequestPostProcessor olive() {
        return as("officer", STEVENAGE_NORTH);
    }
}
