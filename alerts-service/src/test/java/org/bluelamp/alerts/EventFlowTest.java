package org.bluelamp.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Events through the broker, and the contract they keep. */
class EventFlowTest extends AlertsTest {

    @Autowired
    private RabbitTemplate rabbit;

    @Test
    void an_event_at_the_broker_becomes_a_mail() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var id = UUID.randomUUID();
        send(
                "news",
                "news.article.published",
                article(id.toString(), "By the broker", clock.instant(), STEVENAGE_NORTH),
                1);
        assertThat(awaitMail("rosa.field@example.org", 1).subject()).isEqualTo("By the broker");
    }

    @Test
    void the_same_event_twice_is_one_mail() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var article = article(UUID.randomUUID().toString(), "Twice", clock.instant(), STEVENAGE_NORTH);
        send("news", "news.article.published", article, 1);
        send("news", "news.article.published", article, 1);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
    }

    @Test
    void the_queues_carry_what_the_contract_says(@Autowired Environment environment) {
        assertThat(Contracts.boundBy(environment)).isEqualTo(Contracts.consumedBy("alerts"));
    }

    @Test
    void every_golden_example_is_read_and_applied() {
        for (var type : Set.of(
                "directory.area.changed",
                "directory.team.changed",
                "directory.meeting.changed",
                "directory.sector.changed",
                "feedback.priority.changed",
                "feedback.round.opened",
                "feedback.round.closed",
                "feedback.case.reminded",
                "feedback.case.escalated",
                "feedback.case.urgent",
                "feedback.case.moved",
                "news.article.published",
                "news.article.archived",
                "news.article.withdrawn")) {
            for (var example : Contracts.examples(type)) {
                assertThatCode(() -> event(type, example.name(), 7, example.json()))
                        .as(type + " " + example.name())
                        .doesNotThrowAnyException();
            }
        }
        assertThat(jdbc.sql("select count(*) from article").query(Integer.class).single())
                .isPositive();
    }

    @Test
    void an_older_state_of_an_area_does_not_replace_a_newer_one() {
        var json = """
                {"code": "%s", "kind": "neighbourhood", "name": "%s", "parent": "hertfordshire/watford",
                 "label": "Area", "contact": {}, "socialAccounts": []}
                """;
        event("directory.area.changed", TOWN_CENTRE, 5, json.formatted(TOWN_CENTRE, "The Centre"));
        event("directory.area.changed", TOWN_CENTRE, 4, json.formatted(TOWN_CENTRE, "Old Name"));
        assertThat(browser.get("/alerts/sign-up").body()).contains("The Centre").doesNotContain("Old Name");
    }

    @Test
    void an_older_state_of_a_team_does_not_replace_a_newer_one(@Autowired Areas areas) {
        var json = """
                {"area": "%s", "name": "%s", "label": "Team", "contact": {}, "members": []}
                """;
        event("directory.team.changed", TOWN_CENTRE, 5, json.formatted(TOWN_CENTRE, "The Centre"));
        event("directory.team.changed", TOWN_CENTRE, 4, json.formatted(TOWN_CENTRE, "Old Name"));
        assertThat(areas.teamName(new AreaCode(TOWN_CENTRE))).contains("The Centre Team");
    }

    @Test
    void a_service_that_knows_nothing_yet_asks_its_sources_for_all_they_have() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(jdbc.sql("""
                select count(*) from messaging.outbox where type = 'alerts.snapshot.requested'
                """).query(Integer.class).single()).isEqualTo(3));
    }

    private void send(String exchange, String type, String json, long version) {
        rabbit.send(
                exchange,
                type,
                MessageBuilder.withBody(json.getBytes())
                        .setContentType("application/json")
                        .copyHeaders(envelope(type, "subject", version))
                        .build());
    }
}
