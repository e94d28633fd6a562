package org.bluelamp.directory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.web.page.LondonTime;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class AlertsTest {

    private static final String WARE = "hertfordshire/east-herts/ware";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant TOMORROW = NOW.plus(1, ChronoUnit.DAYS);

    @LocalServerPort
    private int port;

    @Autowired
    private Alerts alerts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RabbitTemplate broker;

    @Autowired
    private JsonMapper json;

    @AfterEach
    void clear() {
        database.sql("delete from alert").update();
    }

    @Test
    void an_alert_at_the_broker_shows_where_it_is_for_until_it_is_cancelled_there() {
        send(AlertTold.ISSUED, 1, "live", "Gas leak in Ware", TOMORROW, WARE);
        await().untilAsserted(() ->
                assertThat(page("/your-area/east-herts/ware").text()).contains("Gas leak in Ware"));
        assertThat(page("/your-area/east-herts/hertford").text()).doesNotContain("Gas leak");
        assertThat(page("/your-area/east-herts").text()).contains("Gas leak in Ware", "For Ware");

        send(AlertTold.UPDATED, 2, "live", "Gas leak in Ware: mended", TOMORROW, WARE);
        await().untilAsserted(() ->
                assertThat(page("/your-area/east-herts/ware").text()).contains("Gas leak in Ware: mended"));

        send(AlertTold.CANCELLED, 3, "cancelled", null, TOMORROW, WARE);
        await().untilAsserted(() ->
                assertThat(page("/your-area/east-herts/ware").text()).doesNotContain("Gas leak"));
    }

    @Test
    void an_alert_says_what_to_do_who_sent_it_since_when_and_until_when_and_leads_to_its_page() {
        told(1, "gas-leak", "Gas leak <b>in Ware</b>", "extreme", "immediate", TOMORROW, WARE);
        Document page = page("/your-area/east-herts/ware");
        assertThat(page.select("#alerts + ul li").eachText())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Gas leak <b>in Ware</b>",
                                "Danger to life",
                                "Leave the house.",
                                "Issued " + LondonTime.minute(NOW) + ", by the Ware Team",
                                "Until " + LondonTime.minute(TOMORROW))
                        .doesNotContain("updated"));
        assertThat(page.select("#alerts + ul a").eachAttr("href")).containsExactly("/alerts/gas-leak");
        assertThat(page.text().indexOf("Alerts now")).isLessThan(page.text().indexOf("Your named contact"));
    }

    @Test
    void where_there_is_none_nothing_is_said_of_alerts() {
        assertThat(page("/your-area/east-herts/ware").text()).doesNotContain("Alerts now");
        assertThat(page("/").text()).doesNotContain("Alerts now");
    }

    @Test
    void an_alert_for_a_district_or_the_force_shows_on_every_neighbourhood_below() {
        told(1, "district", "For the district", "minor", "expected", TOMORROW, "hertfordshire/east-herts");
        told(1, "all", "For everybody", "minor", "expected", TOMORROW, "hertfordshire");
        assertThat(page("/your-area/east-herts/ware").text()).contains("For the district", "For everybody");
        assertThat(page("/your-area/watford/town-centre").text())
                .contains("For everybody")
                .doesNotContain("For the district");
    }

    @Test
    void the_most_severe_comes_first_then_what_is_most_urgent() {
        told(1, "a", "Minor", "minor", "immediate", TOMORROW, WARE);
        told(1, "b", "Unknown", "unknown", "immediate", TOMORROW, WARE);
        told(1, "c", "Severe, over", "severe", "past", TOMORROW, WARE);
        told(1, "d", "Severe, soon", "severe", "expected", TOMORROW, WARE);
        told(1, "e", "Extreme", "extreme", "future", TOMORROW, WARE);
        told(1, "f", "Moderate", "moderate", "immediate", TOMORROW, WARE);
        assertThat(live()).containsExactly("Extreme", "Severe, soon", "Severe, over", "Moderate", "Minor", "Unknown");
    }

    @Test
    void the_first_page_shows_only_what_everybody_should_know_and_where() {
        told(1, "a", "Tools stolen from vans", "moderate", "immediate", TOMORROW, WARE);
        told(1, "b", "Gas leak", "severe", "immediate", TOMORROW, WARE);
        told(1, "c", "Somewhere else", "extreme", "immediate", TOMORROW, "testshire/dale/west");
        Document page = page("/");
        assertThat(page.select(".bl-grave").text())
                .contains("Gas leak", "For Ware")
                .doesNotContain("vans", "Somewhere else");
    }

    @Test
    void an_alert_ends_at_its_time_though_no_event_says_so() {
        Instant soon = Instant.now().plusSeconds(2);
        told(1, "brief", "Road closed", "severe", "immediate", soon, WARE);
        assertThat(live()).containsExactly("Road closed");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(live()).isEmpty());
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        assertThat(page("/").text()).doesNotContain("Road closed");
    }

    @Test
    void whatever_the_order_in_which_events_arrive_and_however_often_the_newest_stays() {
        List<Runnable> events = new ArrayList<>(List.of(
                () -> told(1, "gas-leak", "First words", "severe", "immediate", TOMORROW, WARE),
                () -> told(2, "gas-leak", "Better words", "severe", "immediate", TOMORROW, WARE),
                () -> ended(3, "gas-leak", "cancelled"),
                () -> told(2, "gas-leak", "Better words", "severe", "immediate", TOMORROW, WARE)));
        for (int seed = 0; seed < 12; seed++) {
            clear();
            Collections.shuffle(events, new Random(seed));
            events.forEach(Runnable::run);
            assertThat(live()).isEmpty();
        }
        assertThat(words()).as("no word of it is kept").isEmpty();
    }

    @Test
    void the_words_of_what_has_expired_are_deleted() {
        told(1, "gas-leak", "Missing: a person's name", "severe", "immediate", TOMORROW, WARE);
        ended(2, "gas-leak", "expired");
        assertThat(live()).isEmpty();
        assertThat(words()).isEmpty();
    }

    @Test
    void a_snapshot_sets_right_what_is_wrong_at_the_same_version_and_nothing_newer() {
        told(2, "gas-leak", "As told", "severe", "immediate", TOMORROW, WARE);
        database.sql("update alert set live = false, headline = 'As nobody told'")
                .update();
        alerts.told(alert("gas-leak", "live", "As told", "severe", "immediate", TOMORROW, WARE), Version.inSnapshot(2));
        assertThat(live()).containsExactly("As told");
        alerts.told(alert("gas-leak", "live", "Before", "severe", "immediate", TOMORROW, WARE), Version.inSnapshot(1));
        assertThat(live()).containsExactly("As told");
    }

    @Test
    void a_status_or_severity_that_nobody_knows_is_not_taken_for_handled() {
        assertThatThrownBy(() ->
                        alerts.told(alert("x", "paused", "X", "severe", "immediate", TOMORROW, WARE), Version.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> alerts.told(alert("x", "live", "X", "dire", "immediate", TOMORROW, WARE), Version.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(live()).isEmpty();
    }

    @Test
    void every_example_of_the_contract_is_understood_and_its_type_says_whether_it_is_live() {
        Stream.of(AlertTold.ISSUED, AlertTold.UPDATED, AlertTold.CANCELLED, AlertTold.EXPIRED)
                .flatMap(type -> Contracts.examples(type).stream())
                .forEach(this::understood);
    }

    private void understood(Example example) {
        AlertTold told = json.readValue(example.json(), AlertTold.class);
        alerts.told(told, Version.of(1));
        boolean live = List.of(AlertTold.ISSUED, AlertTold.UPDATED).contains(example.type());
        assertThat(database.sql("select live from alert where reference = :reference")
                        .param("reference", told.reference())
                        .query(Boolean.class)
                        .single())
                .as(example.type() + " " + example.name())
                .isEqualTo(live);
        clear();
    }

    private void told(
            long version,
            String reference,
            String headline,
            String severity,
            String urgency,
            Instant expires,
            String area) {
        alerts.told(alert(reference, "live", headline, severity, urgency, expires, area), Version.of(version));
    }

    private void ended(long version, String reference, String status) {
        alerts.told(alert(reference, status, null, "severe", "immediate", TOMORROW, WARE), Version.of(version));
    }

    private static AlertTold alert(
            String reference,
            String status,
            @Nullable String headline,
            String severity,
            String urgency,
            Instant expires,
            String area) {
        return new AlertTold(
                reference,
                status,
                headline,
                headline == null ? null : "Leave the house.",
                severity,
                urgency,
                List.of(area),
                new AlertTold.Sender("Ware Team"),
                NOW,
                NOW,
                expires);
    }

    /** As alerts-service would, in the words of the contract. */
    private void send(
            String type, long version, String status, @Nullable String headline, Instant expires, String area) {
        String words = headline == null
                ? "\"reason\": \"It is over.\""
                : "\"headline\": \"" + headline + "\", \"description\": \"A main is damaged.\"";
        String data = """
                {"reference": "gas-leak", "identifier": "gas-leak.%d", "references": [], "status": "%s", %s,
                 "category": "safety", "topics": [], "severity": "severe", "urgency": "immediate",
                 "certainty": "observed", "areas": ["%s"], "sender": {"area": "%s", "name": "Ware Team"},
                 "issuedAt": "%s", "sentAt": "%s", "expiresAt": "%s"}
                """.formatted(version, status, words, area, area, NOW, NOW, expires);
        Contracts.validate(type, data);
        broker.send(
                "alerts",
                type,
                MessageBuilder.withBody(data.getBytes(StandardCharsets.UTF_8))
                        .setContentType("application/json")
                        .copyHeaders(Envelope.headers(
                                UUID.randomUUID().toString(), "alerts", type, "gas-leak", version, NOW))
                        .build());
    }

    private List<String> live() {
        return alerts.live(List.of(new AreaCode(WARE))).stream()
                .map(Alert::headline)
                .toList();
    }

    private String words() {
        return database.sql("select coalesce(string_agg(headline || coalesce(instruction, ''), ''), '') from alert")
                .query(String.class)
                .single();
    }

    private Document page(String path) {
        return new Caller(port).page(path);
    }
}
