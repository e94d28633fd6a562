package org.bluelamp.directory.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class RoundsTest {

    private static final String WARE = "hertfordshire/east-herts/ware";
    private static final UUID ID = UUID.fromString("6f0a4c1e-52b1-4a57-9c0c-1d2f3a4b5d77");

    @LocalServerPort
    private int port;

    @Autowired
    private Rounds rounds;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RabbitTemplate broker;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @AfterEach
    void clear() {
        database.sql("delete from round").update();
    }

    @Test
    void a_round_at_the_broker_calls_to_take_part_on_the_teams_page_and_the_first_until_it_closes() {
        send(RoundOpened.TYPE, 3, """
                {"id": "%s", "area": "%s", "title": "What now?", "about": "We ask.", "opensOn": "%s",
                 "closesOn": "%s"}""".formatted(ID, WARE, today(), today().plusDays(3)));
        await().untilAsserted(() -> assertThat(new Caller(port)
                        .page("/your-area/east-herts/ware")
                        .select("section[aria-labelledby=round] a")
                        .eachAttr("href"))
                .containsExactly("/have-your-say/rounds/" + ID));
        assertThat(new Caller(port).page("/your-area/east-herts/hertford").text())
                .doesNotContain("What now?");
        assertThat(new Caller(port).page("/").text()).contains("1 team is asking residents what matters");
        send(RoundClosed.TYPE, 4, """
                {"id": "%s", "area": "%s", "title": "What now?", "opensOn": "%s", "closedOn": "%s"}""".formatted(ID, WARE, today(), today()));
        await().untilAsserted(() -> assertThat(
                        new Caller(port).page("/your-area/east-herts/ware").text())
                .doesNotContain("What now?"));
        assertThat(new Caller(port).page("/").text()).doesNotContain("asking residents");
    }

    @Test
    void a_round_ends_after_its_last_day_though_no_event_says_so() {
        rounds.opened(new RoundOpened(ID, WARE, "Today", today()), Version.of(1));
        assertThat(rounds.open(new AreaCode(WARE))).isPresent();
        rounds.opened(new RoundOpened(ID, WARE, "Yesterday", today().minusDays(1)), Version.of(2));
        assertThat(rounds.open(new AreaCode(WARE))).isEmpty();
    }

    @Test
    void whatever_the_order_in_which_events_arrive_and_however_often_the_newest_stays() {
        List<Runnable> events = new ArrayList<>(List.of(
                () -> rounds.opened(new RoundOpened(ID, WARE, "First", today()), Version.of(3)),
                () -> rounds.opened(new RoundOpened(ID, WARE, "Longer", today().plusDays(9)), Version.of(4)),
                () -> rounds.closed(new RoundClosed(ID, WARE, "Longer", today()), Version.of(5)),
                () -> rounds.opened(new RoundOpened(ID, WARE, "Longer", today().plusDays(9)), Version.of(4))));
        for (int seed = 0; seed < 12; seed++) {
            clear();
            Collections.shuffle(events, new Random(seed));
            events.forEach(Runnable::run);
            assertThat(rounds.open(new AreaCode(WARE))).isEmpty();
        }
    }

    @Test
    void every_example_of_the_contract_is_understood() {
        Contracts.examples(RoundOpened.TYPE).forEach(example -> {
            clear();
            rounds.opened(json.readValue(example.json(), RoundOpened.class), Version.of(1));
            assertThat(database.sql("select open from round")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        });
        Contracts.examples(RoundClosed.TYPE).forEach(example -> {
            clear();
            rounds.closed(json.readValue(example.json(), RoundClosed.class), Version.of(1));
            assertThat(database.sql("select open from round")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        });
    }

    private LocalDate today() {
        return LondonTime.date(clock.instant());
    }

    /** As feedback-service would, in the words of the contract. */
    private void send(String type, long version, String data) {
        Contracts.validate(type, data);
        broker.send(
                "feedback",
                type,
                MessageBuilder.withBody(data.getBytes(StandardCharsets.UTF_8))
                        .setContentType("application/json")
                        .copyHeaders(Envelope.headers(
                                UUID.randomUUID().toString(),
                                "feedback",
                                type,
                                ID.toString(),
                                version,
                                clock.instant()))
                        .build());
    }
}
