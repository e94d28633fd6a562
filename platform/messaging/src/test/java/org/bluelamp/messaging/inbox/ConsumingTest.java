package org.bluelamp.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumingTest {

    private final Neighbourhood neighbourhood = new Neighbourhood();
    private LampCopies copies;

    @BeforeAll
    void start() {
        ConfigurableApplicationContext watch = neighbourhood.watch();
        copies = watch.getBean(LampCopies.class);
    }

    @AfterAll
    void close() {
        neighbourhood.close();
    }

    @Test
    void an_event_that_arrives_twice_is_applied_once() {
        neighbourhood.announce("twice-1", "twice", 1, lamp("twice", "blue"));
        neighbourhood.announce("twice-1", "twice", 1, lamp("twice", "blue"));
        neighbourhood.announce("after-twice", "after-twice", 1, lamp("after-twice", "white"));

        await().untilAsserted(() -> assertThat(copies.colourOf("after-twice")).contains("white"));
        assertThat(copies.timesApplied("twice")).isEqualTo(1);
        assertThat(copies.received())
                .filteredOn(event -> event.id().equals("twice-1"))
                .hasSize(1);
    }

    @Test
    void an_older_state_that_arrives_later_changes_nothing() {
        neighbourhood.announce("old-3", "older", 3, lamp("older", "green"));
        neighbourhood.announce("old-2", "older", 2, lamp("older", "yellow"));
        neighbourhood.announce("old-1", "older", 1, lamp("older", "red"));

        await().untilAsserted(() -> assertThat(copies.received())
                .filteredOn(event -> event.subject().equals("older"))
                .hasSize(3));
        await().untilAsserted(() -> assertThat(copies.colourOf("older")).contains("green"));
        assertThat(copies.timesApplied("older")).isEqualTo(1);
    }

    @Test
    void a_field_that_the_consumer_does_not_know_is_ignored() {
        neighbourhood.announce(
                "more-1", "more", 1, "{\"code\":\"more\",\"colour\":\"blue\",\"height\":{\"metres\":4}}");

        await().untilAsserted(() -> assertThat(copies.colourOf("more")).contains("blue"));
    }

    @Test
    void while_the_database_is_away_an_event_waits_and_is_no_dead_letter() throws Exception {
        neighbourhood.shutWatchDatabase();

        neighbourhood.announce("patient-1", "patient", 1, lamp("patient", "blue"));
        Thread.sleep(4_000);
        neighbourhood.openWatchDatabase();

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(copies.colourOf("patient")).contains("blue"));
        assertThat(neighbourhood
                        .watchData()
                        .sql("select count(*) from messaging.dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(neighbourhood.waitingIn("town.watch.dlq")).isZero();
    }

    @Test
    void meters_tell_what_waits_in_a_queue_and_who_takes_from_it() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        QueueWatch watch = new QueueWatch(
                new RabbitAdmin(neighbourhood.broker()),
                List.of(new Consumption("townEvents-in-0", "town", "town.watch", Set.of("town.lamp.lit"))),
                Clock.systemUTC(),
                meters);
        assertThat(meters.get("bluelamp.queue.consumers").gauge().value()).isNaN();

        watch.look();

        assertThat(meters.get("bluelamp.queue.consumers")
                        .tag("queue", "town.watch")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("bluelamp.queue.waiting")
                        .tag("queue", "town.watch")
                        .gauge()
                        .value())
                .isNotNaN();
    }

    @Test
    void the_broker_holds_durable_quorum_queues_with_dead_letters_and_the_keys_that_were_stated() {
        neighbourhood.town();

        List<org.bluelamp.local.rabbit.RabbitNode.Queue> queues =
                neighbourhood.node().queues(neighbourhood.virtualHost());
        assertThat(queues)
                .extracting(queue -> queue.name())
                .containsExactlyInAnyOrder("town.watch", "town.watch.dlq", "watch.town", "watch.town.dlq");
        assertThat(queues).allSatisfy(queue -> {
            assertThat(queue.type()).isEqualTo("quorum");
            assertThat(queue.durable()).isTrue();
        });
        assertThat(queues)
                .filteredOn(queue -> !queue.name().endsWith(".dlq"))
                .allSatisfy(queue -> assertThat(queue.arguments())
                        .containsAllEntriesOf(
                                Map.of("x-dead-letter-exchange", "DLX", "x-dead-letter-routing-key", queue.name())));
        assertThat(queues)
                .filteredOn(queue -> queue.name().endsWith(".dlq"))
                .as("nothing is dropped for having been delivered often")
                .allSatisfy(queue -> assertThat(((Number) queue.arguments().get("x-delivery-limit")).intValue())
                        .isEqualTo(1_000_000));
        assertThat(neighbourhood.node().bindings(neighbourhood.virtualHost()))
                .extracting(binding -> binding.exchange() + " -> " + binding.routingKey() + " -> " + binding.queue())
                .containsExactlyInAnyOrder(
                        "town -> town.lamp.lit -> town.watch",
                        "watch -> watch.snapshot.requested -> watch.town",
                        "DLX -> town.watch -> town.watch.dlq",
                        "DLX -> watch.town -> watch.town.dlq");
        assertThat(neighbourhood.node().exchanges(neighbourhood.virtualHost())).allSatisfy(exchange -> {
            assertThat(exchange.durable()).isTrue();
            assertThat(exchange.type()).isEqualTo(exchange.name().equals("DLX") ? "direct" : "topic");
        });
    }

    private static String lamp(String code, String colour) {
        return "{\"code\":\"%s\",\"colour\":\"%s\"}".formatted(code, colour);
    }
}
