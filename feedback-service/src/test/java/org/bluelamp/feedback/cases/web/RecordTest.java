package org.bluelamp.feedback.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.qr.QrCode;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RecordTest extends FeedbackTest {

    private static final String FORM = "/staff/feedback/record";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void what_an_officer_was_told_is_a_case_once_that_she_sees_to_and_the_person_has_a_link() throws Exception {
        String token = UUID.randomUUID().toString();
        Document kept = page(form("Bikes in the <b>park</b>", token).with(as("officer", STEVENAGE_NORTH)));
        Document again = page(form("Bikes in the <b>park</b>", token).with(as("officer", STEVENAGE_NORTH)));
        String link = kept.select("strong.bl-break, p.bl-break strong").text();
        assertThat(link).isEqualTo(again.select("p.bl-break strong").text());
        assertThat(kept.select("svg.bl-qr[role=img] path").attr("d"))
                .as("for the person's telephone")
                .isEqualTo(QrCode.of(link).path());
        assertThat(count("\"case\"")).isEqualTo(1);
        assertThat(page(get(link.replaceAll("^https?://[^/]+", ""))).text())
                .contains("Waiting for an answer", "Bikes in the <b>park</b>");
        Document mine = page(get("/staff/feedback/contacts?whose=mine").with(as("officer", STEVENAGE_NORTH)));
        assertThat(mine.select("main ol").text()).contains("Conversation", "Olive Marchetti is dealing with it");
        String reference =
                jdbc.sql("select reference from \"case\"").query(String.class).single();
        assertThat(deeds(reference)).containsExactly("case.recorded Olive Marchetti", "case.assigned Olive Marchetti");
    }

    @Test
    void an_answer_on_the_spot_stops_the_clock() throws Exception {
        page(form("When do you come?", UUID.randomUUID().toString())
                .param("answer", "On Friday at ten")
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(jdbc.sql("select state from \"case\"").query(String.class).single())
                .isEqualTo("answered");
        assertThat(count("case_promise")).isEqualTo(1);
    }

    @Test
    void an_answer_on_the_spot_was_given_then_and_in_time_however_late_it_is_recorded() throws Exception {
        LocalDate day = LondonTime.date(clock.instant()).minusDays(4);
        page(form("When do you come?", UUID.randomUUID().toString())
                .param("answer", "On Friday at ten")
                .param("received.day", String.valueOf(day.getDayOfMonth()))
                .param("received.month", String.valueOf(day.getMonthValue()))
                .param("received.year", String.valueOf(day.getYear()))
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(count("case_promise where answered_at <= due_at and answered_at = asked_at"))
                .isOne();
        assertThat(count("case_entry e join \"case\" c on c.id = e.case_id where e.written_at = c.received_at"))
                .isOne();
    }

    @Test
    void a_paper_form_of_an_earlier_day_is_due_72_hours_after_that_day() throws Exception {
        LocalDate day = LondonTime.date(clock.instant()).minusDays(4);
        page(form("On paper", UUID.randomUUID().toString())
                .param("kind", "paper")
                .param("received.day", String.valueOf(day.getDayOfMonth()))
                .param("received.month", String.valueOf(day.getMonthValue()))
                .param("received.year", String.valueOf(day.getYear()))
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .select("main ol")
                        .text())
                .contains("Overdue", "Paper form");
    }

    @Test
    void what_is_missing_or_wrong_is_said_and_nothing_typed_is_lost() throws Exception {
        Document page = page(mvc.perform(post(FORM)
                        .param("kind", "dream")
                        .param("area", TOWN_CENTRE)
                        .param("message", "Said <i>so</i>")
                        .param("received.day", "1")
                        .param("received.month", "1")
                        .param("received.year", "2020")
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#kind", "#area", "#received");
        assertThat(page.select("textarea[name=message]").text()).isEqualTo("Said <i>so</i>");
        assertThat(page.select("input[name=received.year]").val()).isEqualTo("2020");
        page = page(mvc.perform(form(" ", "").param("mail", "rosa(at)example").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#message", "#mail");
        assertThat(page.select(".govuk-error-summary a[href=#message]").text()).isEqualTo("Write what they said");
        page = page(mvc.perform(form("When?", "").param("answer", "On [day]").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select(".govuk-error-summary a[href=#answer]").text()).contains("fill in: [day]");
        assertThat(page.select("textarea[name=answer]").text()).isEqualTo("On [day]");
        assertThat(count("\"case\"")).isZero();
    }

    @Test
    void only_officers_and_sergeants_record_and_only_for_their_areas() throws Exception {
        mvc.perform(get(FORM)).andExpect(status().isUnauthorized());
        mvc.perform(get(FORM).with(as("administrator", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(form("Not mine", "").with(as("officer", TOWN_CENTRE))).andExpect(status().isUnprocessableContent());
        mvc.perform(get(FORM).with(as("sergeant", "hertfordshire"))).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder form(String text, String token) {
        return post(FORM).param("area", STEVENAGE_NORTH).param("message", text).param("token", token);
    }
}
