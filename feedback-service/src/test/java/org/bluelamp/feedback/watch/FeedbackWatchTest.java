package org.bluelamp.feedback.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.testing.RuleMetrics;
import org.bluelamp.testing.Runbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What waits for too long is told by metrics that alert rules read. */
class FeedbackWatchTest extends RoundScene {

    @Autowired
    private FeedbackWatch watch;

    @Autowired
    private MeterRegistry meters;

    @Test
    void every_metric_of_feedback_that_an_alert_rule_reads_is_there() throws Exception {
        String metrics = mvc.perform(get("/actuator/prometheus"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(RuleMetrics.startingWith("feedback_"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(metrics).contains("\n" + metric + "{"));
    }

    @Test
    void what_speaks_of_danger_counts_until_somebody_has_taken_or_answered_it() throws Exception {
        message("The street lamp is out");
        clock.moveBy(Duration.ofMinutes(40));
        assertThat(urgentFor())
                .as("what speaks of no danger waits for its 72 hours")
                .isZero();
        String reference = message("There is a bomb");
        clock.moveBy(Duration.ofMinutes(40));
        assertThat(urgentFor()).isBetween(2400.0, 2460.0);

        mvc.perform(post("/staff/feedback/contacts/" + reference + "/note")
                .param("version", "1")
                .param("text", "The control room has it")
                .with(as("officer", STEVENAGE_NORTH)));
        assertThat(jdbc.sql("select count(*) from case_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(urgentFor()).isZero();
    }

    @Test
    void danger_in_a_follow_up_reopens_an_answered_case_as_urgent_whatever_staff_wrote_before() throws Exception {
        String link = link("There is a bomb");
        String reference = reference("There is a bomb");
        staff(reference, "answer", 1, "The control room has it");
        reply(link, "reply", "Thank you for coming");
        assertThat(urgentFor()).as("thanks speak of no danger").isZero();
        reply(link, "reply", "He says he is going to kill me");
        clock.moveBy(Duration.ofMinutes(40));
        assertThat(urgentFor()).isBetween(2400.0, 2460.0);
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .select("main ol .govuk-tag")
                        .first()
                        .text())
                .isEqualTo("Read at once");
        staff(reference, "note", 4, "The control room has it again");
        assertThat(urgentFor()).isZero();
    }

    @Test
    void who_calls_for_help_again_waits_since_the_first_time() throws Exception {
        String link = link("The street lamp is out");
        reply(link, "reply", "He says he is going to kill me");
        clock.moveBy(Duration.ofMinutes(20));
        reply(link, "reply", "Now he says again that he will kill me");
        clock.moveBy(Duration.ofMinutes(20));
        assertThat(urgentFor()).isBetween(2400.0, 2460.0);
    }

    @Test
    void danger_in_a_reply_is_with_nobody_though_somebody_has_the_case_in_hand_and_keeps_its_day() throws Exception {
        String link = link("The street lamp is out");
        String reference = reference("The street lamp is out");
        jdbc.sql("update \"case\" set holder_id = 'bram', holder_name = 'Bram Okonjo'")
                .update();
        staff(reference, "note", 1, "The council has it");
        String held = "select holder_id is not null from \"case\"";
        assertThat(jdbc.sql(held).query(Boolean.class).single()).isTrue();
        String due = "select due_at::text from \"case\"";
        String before = jdbc.sql(due).query(String.class).single();
        clock.moveBy(Duration.ofMinutes(1));
        reply(link, "reply", "He says he is going to kill me");
        clock.moveBy(Duration.ofMinutes(40));
        assertThat(urgentFor()).isBetween(2400.0, 2460.0);
        assertThat(jdbc.sql(held).query(Boolean.class).single()).isFalse();
        assertThat(jdbc.sql(due).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void danger_counts_on_when_its_case_is_merged_into_another_whatever_staff_wrote_there_before() throws Exception {
        String into = message("The street lamp is out");
        staff(into, "note", 1, "The council has it");
        String reference = message("He says he is going to kill me");
        staff(reference, "merge", 1, "From the same street", "to", into);
        clock.moveBy(Duration.ofMinutes(40));
        assertThat(urgentFor()).isBetween(2400.0, 2460.0);
        staff(into, "note", 2, "The control room has it");
        assertThat(urgentFor()).isZero();
    }

    @Test
    void danger_waits_since_the_first_of_two_that_are_merged() throws Exception {
        String first = message("He says he is going to kill me");
        clock.moveBy(Duration.ofMinutes(20));
        String second = message("My neighbour is going to kill her");
        staff(first, "merge", 1, "From the same house", "to", second);
        clock.moveBy(Duration.ofMinutes(20));
        assertThat(urgentFor()).isBetween(2400.0, 2460.0);
    }

    @Test
    void danger_in_a_reply_brings_back_what_a_program_seemed_to_have_written() throws Exception {
        String link = link("Cheap watches", "subject", "filled in");
        assertThat(jdbc.sql("select set_aside from \"case\"")
                        .query(String.class)
                        .single())
                .isEqualTo("honeypot");
        reply(link, "reply", "There is a bomb");
        assertThat(page(get("/staff/feedback/contacts").with(as("officer", STEVENAGE_NORTH)))
                        .select("main ol h3")
                        .eachText())
                .containsExactly("Cheap watches");
    }

    @Test
    void a_round_whose_day_has_come_is_overdue_until_it_is_open() {
        planned();
        assertThat(seen("feedback.rounds.overdue")).isZero();
        transaction.executeWithoutResult(held -> {
            // Nobody else can open it meanwhile.
            jdbc.sql("select id from round for update").query().listOfRows();
            clock.moveBy(Duration.ofDays(2));
            assertThat(seen("feedback.rounds.overdue")).isEqualTo(1);
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> seen("feedback.rounds.overdue") == 0);
    }

    @Test
    void where_it_waits_is_found_with_what_the_runbook_says() throws Exception {
        String reference = message("There is a bomb");
        assertThat(Runbook.statements("select reference, area_code, coalesce(urgent_since").stream()
                        .flatMap(statement -> jdbc.sql(statement).query().listOfRows().stream()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("reference", reference)
                        .containsEntry("area_code", STEVENAGE_NORTH));
        assertThat(Runbook.statements("select district_code, state, last_answer"))
                .allSatisfy(statement ->
                        assertThat(jdbc.sql(statement).query().listOfRows()).isEmpty());
    }

    @Test
    void reports_to_councils_that_wait_or_were_given_up_within_a_day_are_counted() throws Exception {
        message("One");
        message("Two");
        message("Three");
        jdbc.sql("""
                        insert into council_report (case_id, district_code, themes, whole, state, next_at, give_up_at,
                                                    settled_at)
                        select id, 'hertfordshire/stevenage', '{potholes}', false,
                               case when message = 'One' then 'waiting' else 'given-up' end,
                               now() + interval '1 hour', now() + interval '2 days',
                               case message when 'Two' then now() when 'Three' then now() - interval '25 hours' end
                          from "case\"""").update();
        assertThat(seen("feedback.council.waiting")).isEqualTo(1);
        assertThat(seen("feedback.council.given.up")).isEqualTo(1);
    }

    @Test
    void what_arrived_within_ten_minutes_is_counted() throws Exception {
        message("One");
        clock.moveBy(Duration.ofMinutes(11));
        message("Two");
        message("Three");
        assertThat(seen("feedback.intake.lately")).isEqualTo(2);
    }

    /** A message to the team, and its reference. */
    private String message(String text) throws Exception {
        link(text);
        return reference(text);
    }

    /** A message to the team, and its sender's link. */
    private String link(String text, String... parameters) throws Exception {
        MockHttpServletRequestBuilder form = post("/have-your-say/stevenage/stevenage-north/contact")
                .param("message", text)
                .param("opened", "1")
                .param("token", UUID.randomUUID().toString());
        for (int i = 0; i < parameters.length; i += 2) {
            form.param(parameters[i], parameters[i + 1]);
        }
        String there = mvc.perform(form)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isNotNull();
        return there.replace("/sent", "");
    }

    private void reply(String link, String way, String text) throws Exception {
        mvc.perform(post(link)
                        .param("way", way)
                        .param("text", text)
                        .param("token", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther());
    }

    private void staff(String reference, String deed, long version, String text, String... parameters)
            throws Exception {
        var form = post("/staff/feedback/contacts/" + reference + "/" + deed)
                .param("version", String.valueOf(version))
                .param("text", text);
        for (int i = 0; i < parameters.length; i += 2) {
            form.param(parameters[i], parameters[i + 1]);
        }
        mvc.perform(form.with(as("officer", STEVENAGE_NORTH))).andExpect(status().isSeeOther());
    }

    private String reference(String text) {
        return jdbc.sql("select reference from \"case\" where message = ?")
                .param(text)
                .query(String.class)
                .single();
    }

    private double urgentFor() {
        watch.look();
        return meters.get("feedback.urgent.oldest").timeGauge().value(TimeUnit.SECONDS);
    }

    private double seen(String meter) {
        watch.look();
        return meters.get(meter).gauge().value();
    }
}
