package org.bluelamp.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.MessagingProperties;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.Version;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Town;
import org.bluelamp.messaging.example.Town.Lamp;
import org.bluelamp.messaging.example.Town.Lamps;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.core.Message;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTest {

    private final Neighbourhood neighbourhood = new Neighbourhood();

    @AfterEach
    void close() {
        neighbourhood.close();
    }

    @Test
    void a_committed_change_reaches_who_listens_with_its_envelope() {
        LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
        ConfigurableApplicationContext town = neighbourhood.town();
        String everything = neighbourhood.eavesdrop();

        town.getBean(Lamps.class).light("high-street", "blue");

        await().untilAsserted(() -> assertThat(copies.colourOf("high-street")).contains("blue"));
        assertThat(copies.received().getFirst()).satisfies(event -> {
            assertThat(event.type()).isEqualTo(Town.LIT);
            assertThat(event.source()).isEqualTo("town");
            assertThat(event.subject()).isEqualTo("high-street");
            assertThat(event.version()).isEqualTo(Version.of(1));
        });
        Message message = neighbourhood.broker().receive(everything, 5_000);
        assertThat(message).isNotNull();
        assertThat(message.getMessageProperties().getHeaders())
                .containsEntry(Envelope.SPEC_VERSION, "1.0")
                .containsEntry(Envelope.SOURCE, "/town")
                .containsEntry(Envelope.TYPE, Town.LIT)
                .containsEntry(Envelope.SUBJECT, "high-street")
                .containsEntry(Envelope.DATA_SCHEMA, "urn:bluelamp:schema:town.lamp.lit.v1")
                .containsEntry(Envelope.AGGREGATE_VERSION, 1L)
                .containsKeys(Envelope.ID, Envelope.TIME);
        assertThat(message.getMessageProperties().getContentType()).isEqualTo("application/json");
        assertThat(message.getMessageProperties().getReceivedDeliveryMode()).hasToString("PERSISTENT");
        assertThat(new String(message.getBody())).isEqualTo("{\"code\":\"high-street\",\"colour\":\"blue\"}");
    }

    @Test
    void a_change_that_was_rolled_back_is_never_announced() {
        String everything = neighbourhood.eavesdrop();
        Lamps lamps = neighbourhood.town().getBean(Lamps.class);

        assertThatThrownBy(() -> lamps.lightAndFail("mill-lane", "red")).hasMessage("the fuse blew");
        lamps.light("church-lane", "blue");

        Message first = neighbourhood.broker().receive(everything, 5_000);
        assertThat(first).isNotNull();
        assertThat(new String(first.getBody())).contains("church-lane");
        assertThat(neighbourhood.waitingIn(everything)).isZero();
        assertThat(rowsOfOutbox()).isEqualTo(1);
    }

    @Test
    void an_announcement_outside_a_transaction_is_refused() {
        Outbox outbox = neighbourhood.town().getBean(Outbox.class);

        assertThatThrownBy(() -> outbox.append(new OutgoingEvent(Town.LIT, "x", 1, new Lamp("x", "blue"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_a_relay_published_and_could_not_mark_before_it_crashed_is_published_again() {
        String everything = neighbourhood.eavesdrop();
        LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
        ConfigurableApplicationContext town =
                neighbourhood.town("bluelamp.messaging.lease=2s", "bluelamp.messaging.confirm-timeout=1s");
        OutboxRelay relay = town.getBean(OutboxRelay.class);
        relay.stop();
        town.getBean(Lamps.class).light("station", "blue");

        // A relay claims and publishes; then its process is gone.
        OutboxTable table = town.getBean(OutboxTable.class);
        List<OutboxRow> rows = inTransaction(town, () -> table.claim(UUID.randomUUID(), 10, Duration.ofSeconds(2)));
        Publication publication = publish(town, rows);
        assertThat(publication.published()).hasSize(1);
        String id = rows.getFirst().id().toString();
        await().untilAsserted(() -> assertThat(copies.colourOf("station")).contains("blue"));
        assertThat(isWaiting(id)).isTrue();

        relay.start();

        await().until(() -> !isWaiting(id));
        // It arrives a second time under the same id, which the inbox knows.
        neighbourhood.announce("another", "bridge", 1, "{\"code\":\"bridge\",\"colour\":\"white\"}");
        await().untilAsserted(() -> assertThat(copies.colourOf("bridge")).contains("white"));
        assertThat(copies.timesApplied("station")).isEqualTo(1);
        assertThat(copies.received()).filteredOn(event -> event.id().equals(id)).hasSize(1);
        assertThat(neighbourhood.waitingIn(everything))
                .as("published by both relays")
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_returned_event_stays_and_is_published_once_somebody_listens() {
        neighbourhood.town().getBean(Lamps.class).light("old-mill", "blue");

        await().untilAsserted(() -> assertThat(neighbourhood
                        .townData()
                        .sql("select last_error from messaging.outbox where published_at is null and attempts > 0")
                        .query(String.class)
                        .optional())
                .contains("Nobody listens: NO_ROUTE"));

        LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);

        await().untilAsserted(() -> assertThat(copies.colourOf("old-mill")).contains("blue"));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void two_relays_at_once_publish_each_event_once() {
        String everything = neighbourhood.eavesdrop();
        ConfigurableApplicationContext one = neighbourhood.town("bluelamp.messaging.poll=20ms");
        ConfigurableApplicationContext two = neighbourhood.town("bluelamp.messaging.poll=20ms");
        one.getBean(OutboxRelay.class).stop();
        two.getBean(OutboxRelay.class).stop();
        inTransaction(one, () -> {
            one.getBean(Outbox.class)
                    .appendAll(IntStream.range(0, 2_000)
                            .mapToObj(i -> new OutgoingEvent(Town.LIT, "lamp-" + i, 1, new Lamp("lamp-" + i, "blue"))));
            return true;
        });

        one.getBean(OutboxRelay.class).start();
        two.getBean(OutboxRelay.class).start();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waiting()).isZero());
        Set<Object> ids = new HashSet<>();
        int messages = 0;
        Message message = neighbourhood.broker().receive(everything, 2_000);
        while (message != null) {
            messages++;
            ids.add(message.getMessageProperties().getHeaders().get(Envelope.ID));
            message = neighbourhood.broker().receive(everything, 500);
        }
        assertThat(messages).isEqualTo(2_000);
        assertThat(ids).hasSize(2_000);
    }

    @Test
    void a_relay_that_is_stopped_leaves_no_event_on_lease() {
        String everything = neighbourhood.eavesdrop();
        ConfigurableApplicationContext town = neighbourhood.town();
        inTransaction(town, () -> {
            town.getBean(Outbox.class)
                    .appendAll(IntStream.range(0, 1_000)
                            .mapToObj(i -> new OutgoingEvent(Town.LIT, "lamp-" + i, 1, new Lamp("lamp-" + i, "blue"))));
            return true;
        });

        town.getBean(OutboxRelay.class).stop();

        assertThat(neighbourhood
                        .townData()
                        .sql("select count(*) from messaging.outbox where published_at is null and lease is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        town.getBean(OutboxRelay.class).start();
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        await().untilAsserted(
                        () -> assertThat(neighbourhood.waitingIn(everything)).isEqualTo(1_000));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void an_error_in_one_batch_does_not_end_the_relay(CapturedOutput output) {
        LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
        ConfigurableApplicationContext town = neighbourhood.town();
        town.getBean(OutboxRelay.class).stop();
        town.getBean(Lamps.class).light("harbour", "blue");
        EventPublisher publisher = town.getBean(EventPublisher.class);
        AtomicInteger batches = new AtomicInteger();
        OutboxRelay relay = new OutboxRelay(
                town.getBean(OutboxTable.class),
                rows -> {
                    if (batches.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("for a test");
                    }
                    return publisher.publish(rows);
                },
                town.getBean(OutboxSignal.class),
                new TransactionTemplate(town.getBean(PlatformTransactionManager.class)),
                new MessagingProperties(
                        64,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        Duration.ofDays(1)),
                town.getBean(OutboxMeters.class));

        relay.start();
        try {
            await().untilAsserted(() -> assertThat(copies.colourOf("harbour")).contains("blue"));
        } finally {
            relay.stop();
        }
        assertThat(output).contains("OutOfMemoryError: for a test");
    }

    @Test
    void meters_tell_what_waits_without_asking_the_database() {
        ConfigurableApplicationContext town = neighbourhood.town("bluelamp.messaging.poll=100ms");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        OutboxMeters meters = new OutboxMeters(registry, Clock.systemUTC());
        OutboxTable table = town.getBean(OutboxTable.class);
        town.getBean(Lamps.class).light("unheard", "blue");
        meters.looked(table.backlog());
        neighbourhood.townData().sql("drop table messaging.outbox").update();

        assertThat(registry.get("bluelamp.outbox.backlog").gauge().value()).isEqualTo(1);
        assertThat(registry.get("bluelamp.outbox.oldest").timeGauge().value()).isPositive();
        assertThat(registry.get("bluelamp.outbox.looked").timeGauge().value()).isBetween(0.0, 30.0);
    }

    /** Other rows may wait beside it: the watch asks for a snapshot whenever it finds the town. */
    private boolean isWaiting(String id) {
        return neighbourhood
                .townData()
                .sql("select published_at is null from messaging.outbox where id = cast(? as uuid)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private long waiting() {
        return neighbourhood
                .townData()
                .sql("select count(*) from messaging.outbox where published_at is null")
                .query(Long.class)
                .single();
    }

    private long rowsOfOutbox() {
        return neighbourhood
                .townData()
                .sql("select count(*) from messaging.outbox")
                .query(Long.class)
                .single();
    }

    private static Publication publish(ConfigurableApplicationContext town, List<OutboxRow> rows) {
        try {
            return town.getBean(EventPublisher.class).publish(rows);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T inTransaction(ConfigurableApplicationContext town, java.util.function.Supplier<T> work) {
        return new TransactionTemplate(town.getBean(PlatformTransactionManager.class)).execute(status -> work.get());
    }
}
