package org.bluelamp.directory.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.support.MessageBuilder;

@DirectoryTest
class ScorecardTest {

    private static final String WARE = "hertfordshire/east-herts/ware";
    private static final String PAGE = "/scorecard/east-herts/ware";

    @LocalServerPort
    private int port;

    @Autowired
    private Answers answers;

    @Autowired
    private Scorecard scorecard;

    @Autowired
    private Areas areas;

    @Autowired
    private EventDispatcher dispatcher;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @AfterEach
    void clear() {
        database.sql("delete from answers").update();
        database.sql("delete from priority").update();
    }

    @Test
    void the_scorecard_marks_every_promise_of_every_neighbourhood_and_counts_where_each_is_kept() {
        told(40, 0, 0);
        priority("Speeding", 10);
        Document page = page("/scorecard");
        assertThat(page.select("tbody tr"))
                .hasSameSizeAs(areas.all(AreaKind.NEIGHBOURHOOD, new AreaCode("hertfordshire")));
        assertThat(page.select("tbody tr:has(a[href=" + PAGE + "]) td")
                        .eachText()
                        .subList(1, 3))
                .containsExactly("Kept", "Kept");
        assertThat(page.select("dl").text())
                .contains("Kept in 1 of " + scorecard.all().size() + " neighbourhoods");
    }

    @Test
    void a_neighbourhoods_page_shows_the_rule_and_the_numbers_behind_each_mark() {
        told(30, 8, 0);
        priority("Speeding", 10);
        Document page = page(PAGE);
        assertThat(page.select("section[aria-labelledby=answers]").text())
                .contains(
                        "Not kept",
                        Promise.ANSWERS.rule(),
                        "In 28 days 41 contacts arrived.",
                        "30 of 38 answers came within 72 hours.",
                        "5 wait at present, 0 of them longer than 72 hours.",
                        "Half of the answers came within 19 hours.",
                        "Not kept because too many answers came late.",
                        "Counted on " + LondonTime.day(clock.instant()) + ".");
        assertThat(page.select("section[aria-labelledby=priorities]").text())
                .contains("Kept", "1 of 1 priority was set or reviewed", "“Speeding”: set on");
        assertThat(page.select("section[aria-labelledby=contact]").text()).contains("is named.");
        assertThat(page.select("section[aria-labelledby=meetings]").text()).containsAnyOf("The next is on", "None is");
        assertThat(page("/your-area/east-herts/ware").select("a[href=" + PAGE + "]"))
                .hasSize(1);
    }

    @Test
    void answers_are_kept_from_95_in_100_on_and_while_nobody_waits_too_long() {
        assertThat(mark(95, 5, 0)).isEqualTo(Mark.KEPT);
        assertThat(mark(94, 6, 0)).isEqualTo(Mark.NOT_KEPT);
        assertThat(mark(100, 0, 1)).isEqualTo(Mark.NOT_KEPT);
        assertThat(mark(0, 0, 0)).isEqualTo(Mark.KEPT);
        assertThat(Marking.answers(new AnswersMeasured(WARE, clock.instant(), 28, 0, 0, 0, 0, 0, null), clock.instant())
                        .mark())
                .as("what nobody asked for is not kept")
                .isEqualTo(Mark.NOBODY_ASKED);
    }

    @Test
    void no_single_contact_can_be_told_from_the_numbers() {
        assertThat(Marking.answers(measured(36, 2, 1), clock.instant()).numbers())
                .contains(
                        "All but fewer than 5 of 38 answers came within 72 hours.",
                        "5 wait at present, fewer than 5 of them longer than 72 hours.");
        AnswersMeasured few = new AnswersMeasured(WARE, clock.instant(), 28, 3, 1, 1, 1, 1, 19);
        assertThat(Marking.answers(few, clock.instant()).numbers())
                .containsExactly(
                        "In 28 days fewer than 5 contacts arrived.",
                        "Fewer than 5 answers were given.",
                        "Fewer than 5 contacts wait at present.",
                        "Not kept while somebody waits longer than 72 hours.",
                        "Counted on " + LondonTime.day(clock.instant()) + ".");
    }

    @Test
    void figures_that_are_some_days_old_say_nothing_of_today() {
        Marked old = Marking.answers(measured(40, 0, 0), clock.instant().plus(Duration.ofDays(4)));
        assertThat(old.mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(old.numbers()).singleElement().asString().contains("No figures have reached this page since");
    }

    @Test
    void a_priority_that_nobody_looked_at_for_three_months_breaks_the_promise_and_none_at_all_does_too() {
        assertThat(ware(Promise.PRIORITIES).mark()).isEqualTo(Mark.NOT_KEPT);
        priority("Speeding", 10);
        assertThat(ware(Promise.PRIORITIES).mark()).isEqualTo(Mark.KEPT);
        priority("Noise", 100);
        assertThat(ware(Promise.PRIORITIES).mark()).isEqualTo(Mark.NOT_KEPT);
        assertThat(ware(Promise.PRIORITIES).numbers()).first().asString().startsWith("1 of 2 priorities were");
    }

    @Test
    void what_nobody_told_is_no_failure_and_what_is_no_neighbourhood_is_not_found() {
        assertThat(ware(Promise.ANSWERS).mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(new Caller(port).get("/scorecard/east-herts/atlantis").status())
                .isEqualTo(404);
        assertThat(new Caller(port).get("/scorecard/EAST/X").status()).isEqualTo(404);
    }

    private Mark mark(int inTime, int late, int overdue) {
        return Marking.answers(measured(inTime, late, overdue), clock.instant()).mark();
    }

    private Marked ware(Promise promise) {
        return scorecard.of(areas.find(new AreaCode(WARE)).orElseThrow()).of(promise);
    }

    private void told(int inTime, int late, int overdue) {
        answers.apply(measured(inTime, late, overdue), Version.of(1));
    }

    private AnswersMeasured measured(int inTime, int late, int overdue) {
        return new AnswersMeasured(WARE, clock.instant(), 28, 41, inTime, late, 5, overdue, 19);
    }

    /** feedback-service tells of a priority that was set so many days ago. */
    private void priority(String issue, int daysAgo) {
        LocalDate day = LondonTime.date(clock.instant()).minusDays(daysAgo);
        String id = UUID.randomUUID().toString();
        String data = """
                {"id": "%s", "area": "%s", "issue": "%s", "why": "Residents say so", "status": "open",
                 "setOn": "%s", "reviewedOn": "%s", "evidence": 0}""".formatted(id, WARE, issue, day, day);
        dispatcher.dispatch(MessageBuilder.withPayload(data.getBytes(StandardCharsets.UTF_8))
                .copyHeaders(Envelope.headers(
                        UUID.randomUUID().toString(), "feedback", "feedback.priority.changed", id, 1, clock.instant()))
                .setHeader("contentType", "application/json")
                .build());
    }

    private Document page(String path) {
        return new Caller(port).page(path);
    }
}
