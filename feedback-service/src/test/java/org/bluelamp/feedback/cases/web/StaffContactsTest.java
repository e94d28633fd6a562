package org.bluelamp.feedback.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.feedback.cases.web.Message.aMessage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import org.bluelamp.feedback.FeedbackTest;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

class StaffContactsTest extends FeedbackTest {

    private static final String LIST = "/staff/feedback/contacts";
    private static final String NORTH = "stevenage/stevenage-north";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void what_is_due_first_stands_first_and_what_is_late_is_marked() throws Exception {
        send(aMessage().saying("The newest"), NORTH);
        String late = send(aMessage().saying("The late one"), NORTH).reference;
        String soon = send(aMessage().saying("The one due soon"), NORTH).reference;
        older(late, 80);
        older(soon, 70);
        Document list = list("officer", STEVENAGE_NORTH, "");
        assertThat(list.select("main ol h3").eachText())
                .containsExactly("The late one", "The one due soon", "The newest");
        assertThat(list.select("main ol .govuk-tag").eachText())
                .containsExactly("Overdue", "Due within a day", "Needs an answer");
        assertThat(list.select(".bl-figures").text()).contains("Need an answer 3", "Overdue 1", "0 of 1");
    }

    @Test
    void an_officer_sees_nothing_of_another_area_and_hers_are_hers() throws Exception {
        Sent sent = send(aMessage().saying("Not for Watford").reachedBy("rosa@resident.example", ""), NORTH);
        assertThat(list("officer", TOWN_CENTRE, "?state=all&area=" + STEVENAGE_NORTH)
                        .text())
                .doesNotContain("Not for Watford");
        for (String path : List.of("", "/answer", "/note", "/hand-over", "/close", "/contact-details")) {
            mvc.perform(get(LIST + "/" + sent.reference + path).with(as("officer", TOWN_CENTRE)))
                    .andExpect(status().isForbidden());
            mvc.perform(get(LIST + "/" + sent.reference + path)).andExpect(status().isUnauthorized());
            mvc.perform(get(LIST + "/" + sent.reference + path).with(as("administrator", "hertfordshire")))
                    .andExpect(status().isForbidden());
        }
        for (String deed : List.of("answer", "note", "contact-details")) {
            mvc.perform(post(LIST + "/" + sent.reference + "/" + deed)
                            .param("version", "1")
                            .param("text", "Mine")
                            .with(as("officer", TOWN_CENTRE)))
                    .andExpect(status().isForbidden());
        }
        assertThat(deeds(sent.reference)).isEmpty();
        assertThat(list("officer", STEVENAGE_NORTH, "").text()).contains("Not for Watford");
        assertThat(list("sergeant", "hertfordshire/stevenage", "").text()).contains("Not for Watford");
    }

    @Test
    void contact_details_show_only_on_request_and_each_look_is_recorded() throws Exception {
        Sent sent = send(aMessage().reachedBy("rosa@resident.example", "01632 960001"), NORTH);
        Document page = one(sent.reference);
        assertThat(page.html()).doesNotContain("rosa@resident.example", "960001");
        assertThat(page.text()).contains("an email address and a phone number");
        for (int look = 0; look < 2; look++) {
            MvcResult result = mvc.perform(post(LIST + "/" + sent.reference + "/contact-details")
                            .with(as("officer", STEVENAGE_NORTH)))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                    .andReturn();
            assertThat(page(result).text()).contains("rosa@resident.example", "01632 960001", "is recorded");
        }
        assertThat(deeds(sent.reference))
                .containsExactly("case.contact-read Olive Marchetti", "case.contact-read Olive Marchetti");
    }

    @Test
    void an_answer_reaches_the_sender_behind_the_link_once_and_stops_the_clock() throws Exception {
        Sent sent = send(aMessage(), NORTH);
        for (int press = 0; press < 2; press++) {
            deed(sent.reference, "answer", 1, "form", "text", "On <b>Friday</b> at ten")
                    .andExpect(redirectedUrl(
                            LIST + "/" + sent.reference + "?done=answer" + (press == 0 ? "" : "&before=yes")));
        }
        String mine = page(get(sent.link)).select("main").text();
        assertThat(mine).contains("Answered", "On <b>Friday</b> at ten", "Stevenage North team");
        assertThat(mine.split("On <b>Friday</b>", -1)).hasSize(2);
        assertThat(mine).doesNotContain("Olive Marchetti");
        assertThat(one(sent.reference).text()).contains("Answer to the sender", "in time", "Answer again");
        assertThat(list("officer", STEVENAGE_NORTH, "").text()).contains("1 of 1");
        assertThat(titles("")).isEmpty();
        assertThat(titles("?state=answered")).hasSize(1);
        assertThat(deeds(sent.reference)).containsExactly("case.answered Olive Marchetti");
    }

    @Test
    void a_note_is_for_colleagues_and_brings_back_what_was_set_aside() throws Exception {
        Sent sent = send(aMessage().withHiddenField("autofilled"), NORTH);
        assertThat(titles("")).isEmpty();
        assertThat(titles("?state=set-aside")).hasSize(1);
        deed(sent.reference, "note", 1, "form", "text", "She rang as well").andExpect(status().isSeeOther());
        assertThat(titles("")).hasSize(1);
        assertThat(one(sent.reference).text()).contains("She rang as well", "Olive Marchetti");
        assertThat(page(get(sent.link)).text()).doesNotContain("She rang as well");
    }

    @Test
    void a_case_handed_over_is_the_other_teams_with_the_reason_and_due_at_the_same_time() throws Exception {
        Sent sent = send(aMessage().saying("It is about the arcade"), NORTH);
        String due = jdbc.sql("select due_at::text from \"case\"")
                .query(String.class)
                .single();
        Document form = page(get(LIST + "/" + sent.reference + "/hand-over").with(as("officer", STEVENAGE_NORTH)));
        assertThat(form.select("option").eachAttr("value"))
                .contains(TOWN_CENTRE)
                .doesNotContain(STEVENAGE_NORTH);
        deed(sent.reference, "hand-over", 1, "form", "to", TOWN_CENTRE, "text", "The arcade is in Watford")
                .andExpect(redirectedUrl(LIST + "?done=hand-over"));
        mvc.perform(get(LIST + "/" + sent.reference).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isForbidden());
        Document there = page(get(LIST + "/" + sent.reference).with(as("officer", TOWN_CENTRE)));
        assertThat(there.text()).contains("Handed over to Watford Town Centre", "The arcade is in Watford");
        assertThat(jdbc.sql("select due_at::text from \"case\"")
                        .query(String.class)
                        .single())
                .isEqualTo(due);
        assertThat(page(get(sent.link)).text()).contains("Watford Town Centre").doesNotContain("The arcade is in");
        assertThat(deeds(sent.reference)).containsExactly("case.handed-over Olive Marchetti");
    }

    @Test
    void a_case_is_handed_over_to_a_real_neighbourhood_with_a_reason() throws Exception {
        Sent sent = send(aMessage(), NORTH);
        for (String to : List.of("", "hertfordshire", "nowhere", "<b>", STEVENAGE_NORTH)) {
            Document page = page(deed(sent.reference, "hand-over", 1, "form", "to", to, "text", " ")
                    .andExpect(status().isUnprocessableContent())
                    .andReturn());
            assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#to", "#text");
        }
    }

    @Test
    void it_is_closed_with_a_reason_that_fits_and_that_the_sender_reads() throws Exception {
        Sent sent = send(aMessage(), NORTH);
        Document form = page(get(LIST + "/" + sent.reference + "/close").with(as("officer", STEVENAGE_NORTH)));
        assertThat(form.select("input[type=radio]").eachAttr("value"))
                .containsExactly("withdrawn", "spoken", "repeated", "control-room", "hoax", "no-message");
        deed(sent.reference, "close", 1, "form", "reason", "settled").andExpect(status().isUnprocessableContent());
        deed(sent.reference, "close", 1, "form", "reason", "spoken").andExpect(status().isSeeOther());
        assertThat(page(get(sent.link)).text()).contains("Closed", "The team has spoken to you");
        mvc.perform(get(LIST + "/" + sent.reference + "/answer").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(LIST + "/" + sent.reference));
        deed(sent.reference, "answer", 2, "form", "text", "Too late")
                .andExpect(redirectedUrl(LIST + "/" + sent.reference));
        assertThat(count("case_entry")).isZero();
    }

    @Test
    void of_two_officers_who_answer_at_once_the_slower_is_told_and_keeps_what_was_typed() throws Exception {
        Sent sent = send(aMessage(), NORTH);
        deed(sent.reference, "answer", 1, "hers", "text", "On Friday").andExpect(status().isSeeOther());
        Document page = page(deed(sent.reference, "answer", 1, "his", "text", "On Monday")
                .andExpect(status().isConflict())
                .andReturn());
        assertThat(page.select(".govuk-error-summary").text()).contains("A colleague changed this case");
        assertThat(page.select("textarea").text()).isEqualTo("On Monday");
        assertThat(page.select("input[name=version]").val()).isEqualTo("2");
        assertThat(page(get(sent.link)).text()).contains("On Friday").doesNotContain("On Monday");
        deed(sent.reference, "answer", 2, "his", "text", "On Monday").andExpect(status().isSeeOther());
        assertThat(page(get(sent.link)).text()).contains("On Friday", "On Monday");
    }

    @Test
    void an_answer_that_is_empty_or_too_long_comes_back() throws Exception {
        Sent sent = send(aMessage(), NORTH);
        deed(sent.reference, "answer", 1, "form", "text", " ").andExpect(status().isUnprocessableContent());
        Document page = page(deed(sent.reference, "answer", 1, "form", "text", "x".repeat(4001))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select("textarea").text()).hasSize(4001);
        assertThat(page.select("input[name=token]").val()).isEqualTo("form");
    }

    @Test
    void the_reference_a_sender_quotes_leads_to_the_message() throws Exception {
        Sent sent = send(aMessage(), NORTH);
        mvc.perform(get(LIST)
                        .param("reference", sent.reference.replace("-", " "))
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(redirectedUrl(LIST + "/" + sent.reference));
        assertThat(list("officer", STEVENAGE_NORTH, "?reference=0000-0000")
                        .select(".govuk-error-summary a")
                        .attr("href"))
                .isEqualTo("#reference");
        mvc.perform(get(LIST + "/" + sent.reference + "/dance").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
    }

    private record Sent(String reference, String link) {}

    private Sent send(Message message, String path) throws Exception {
        String there =
                mvc.perform(message.sentTo(path)).andReturn().getResponse().getRedirectedUrl();
        assertThat(there).isNotNull();
        Document sent = page(get(there));
        return new Sent(sent.select(".govuk-panel strong").text(), there.replace("/sent", ""));
    }

    private void older(String reference, int hours) {
        jdbc.sql("""
                        update "case"
                           set received_at = received_at - make_interval(hours => :hours),
                               asked_at = asked_at - make_interval(hours => :hours),
                               due_at = due_at - make_interval(hours => :hours)
                         where reference = :reference""").param("hours", hours).param("reference", reference).update();
    }

    private ResultActions deed(String reference, String deed, long version, String token, String... parameters)
            throws Exception {
        var request = post(LIST + "/" + reference + "/" + deed)
                .param("version", String.valueOf(version))
                .param("token", token);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request.with(as("officer", STEVENAGE_NORTH)));
    }

    private Document one(String reference) throws Exception {
        return page(get(LIST + "/" + reference).with(as("officer", STEVENAGE_NORTH)));
    }

    private List<String> titles(String query) throws Exception {
        return list("officer", STEVENAGE_NORTH, query).select("main ol h3").eachText();
    }

    private Document list(String role, String area, String query) throws Exception {
        return page(get(URI.create(LIST + query)).with(as(role, area)));
    }
}
