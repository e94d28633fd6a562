package org.bluelamp.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.Version;
import org.bluelamp.messaging.deadletter.DeadLetter.State;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {

    private final Neighbourhood neighbourhood = new Neighbourhood();
    private LampCopies copies;
    private DeadLetters letters;

    @BeforeAll
    void start() {
        ConfigurableApplicationContext watch = neighbourhood.watch();
        copies = watch.getBean(LampCopies.class);
        letters = watch.getBean(DeadLetters.class);
    }

    @AfterAll
    void close() {
        neighbourhood.close();
    }

    @BeforeEach
    void clear() {
        neighbourhood.watchData().sql("truncate messaging.dead_letter").update();
        copies.received().clear();
        copies.bearAll();
    }

    @Test
    void an_event_that_cannot_be_handled_becomes_a_dead_letter_and_a_replay_has_it_handled() {
        copies.dislike("pink");
        neighbourhood.announce("poison", "fountain", 7, lamp("fountain", "pink"));
        DeadLetter letter = awaitOneWaiting();

        assertThat(copies.received()).as("tried three times").hasSize(3);
        assertThat(copies.colourOf("fountain")).as("nothing of it was kept").isEmpty();
        assertThat(letter.queue()).isEqualTo("town.watch");
        assertThat(letter.type()).isEqualTo("town.lamp.lit");
        assertThat(letter.subject()).isEqualTo("fountain");
        assertThat(letter.source()).isEqualTo("/town");
        assertThat(letter.body()).isEqualTo(lamp("fountain", "pink"));
        assertThat(letter.reason()).contains("Nobody can look at pink");
        assertThat(letter.stackTrace()).contains("LampCopies.on");
        assertThat(neighbourhood.waitingIn("town.watch.dlq")).isZero();

        copies.bearAll();
        letters.replay(letter.id());

        await().untilAsserted(() -> assertThat(copies.colourOf("fountain")).contains("pink"));
        assertThat(copies.received().getLast().version()).isEqualTo(Version.of(7));
        assertThat(letters.find(letter.id()).orElseThrow().state()).isEqualTo(State.REPLAYED);
        assertThatThrownBy(() -> letters.replay(letter.id())).isInstanceOf(DeadLetters.NotWaiting.class);
    }

    @Test
    void a_replay_that_fails_again_waits_again_as_the_same_letter() {
        copies.dislike("pink");
        neighbourhood.announce("stubborn", "gate", 1, lamp("gate", "pink"));
        DeadLetter letter = awaitOneWaiting();

        letters.replay(letter.id());

        await().untilAsserted(() -> {
            DeadLetter again = letters.find(letter.id()).orElseThrow();
            assertThat(again.failures()).isEqualTo(2);
            assertThat(again.state()).isEqualTo(State.WAITING);
        });
        assertThat(letters.count(State.WAITING)).isEqualTo(1);
        assertThat(copies.received()).as("its attempts are counted anew").hasSize(6);
    }

    @Test
    void a_dead_letter_is_discarded_for_a_reason() {
        copies.dislike("pink");
        neighbourhood.announce("needless", "park", 1, lamp("park", "pink"));
        DeadLetter letter = awaitOneWaiting();

        assertThatThrownBy(() -> letters.discard(letter.id(), " ")).isInstanceOf(IllegalArgumentException.class);
        letters.discard(letter.id(), "The lamp was taken down");

        DeadLetter settled = letters.find(letter.id()).orElseThrow();
        assertThat(settled.state()).isEqualTo(State.DISCARDED);
        assertThat(settled.settlement()).isEqualTo("The lamp was taken down");
        assertThat(settled.settledAt()).isNotNull();
        assertThat(letters.list(State.DISCARDED, 0, 10)).containsExactly(settled);
        assertThatThrownBy(() -> letters.replay(letter.id())).isInstanceOf(DeadLetters.NotWaiting.class);
    }

    @Test
    void what_nobody_can_read_is_a_dead_letter_at_once_and_holds_nothing_up() {
        Message rubbish = MessageBuilder.withBody("<lamp/>".getBytes())
                .setContentType("text/xml")
                .build();
        neighbourhood.broker().send("town", "town.lamp.lit", rubbish);
        neighbourhood.announce("broken-json", "x", 1, "{\"code\":");
        neighbourhood.announce("fine", "pond", 1, lamp("pond", "blue"));

        await().untilAsserted(() -> assertThat(copies.colourOf("pond")).contains("blue"));
        await().untilAsserted(() -> assertThat(letters.count(State.WAITING)).isEqualTo(2));
        assertThat(letters.list(State.WAITING, 0, 10))
                .extracting(DeadLetter::reason)
                .anySatisfy(reason -> assertThat(reason).contains("without the header cloudEvents_type"))
                .anySatisfy(reason -> assertThat(reason).contains("Not the JSON of a SeenLamp"));
        assertThat(letters.list(State.WAITING, 0, 10))
                .as("tried once and not again")
                .allSatisfy(letter -> assertThat(letter.stackTrace()).doesNotContain("Suppressed:"));
        assertThat(letters.list(State.WAITING, 1, 10)).hasSize(1);
    }

    @Test
    void a_message_whose_headers_the_database_will_never_take_holds_nothing_up() {
        Message nul = MessageBuilder.withBody("{}".getBytes())
                .copyHeaders(Envelope.headers(
                        "i\0d", "town", "town.nobody.knows", "sub\0ject", 1, Instant.parse("2026-11-01T08:00:00Z")))
                .build();
        Message endless = MessageBuilder.withBody("{ }".getBytes())
                .copyHeaders(Envelope.headers(
                        "x".repeat(20_000), "town", "town.nobody.knows", "y", 1, Instant.parse("2026-11-01T08:00:00Z")))
                .build();
        neighbourhood.broker().send("town", "town.lamp.lit", nul);
        neighbourhood.broker().send("town", "town.lamp.lit", endless);
        copies.dislike("pink");
        neighbourhood.announce("behind", "behind", 1, lamp("behind", "pink"));

        await().untilAsserted(() -> assertThat(letters.count(State.WAITING)).isEqualTo(3));
        assertThat(letters.list(State.WAITING, 0, 10))
                .extracting(DeadLetter::subject)
                .containsExactlyInAnyOrder("sub\uFFFDject", "y", "behind");
    }

    private DeadLetter awaitOneWaiting() {
        await().untilAsserted(() -> assertThat(letters.count(State.WAITING)).isEqualTo(1));
        return letters.list(State.WAITING, 0, 10).getFirst();
    }

    private static String lamp(String code, String colour) {
        return "{\"code\":\"%s\",\"colour\":\"%s\"}".formatted(code, colour);
    }
}
