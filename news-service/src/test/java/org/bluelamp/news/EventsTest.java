package org.bluelamp.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.news.article.Contents.anArticle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.area.SocialAccount;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes out of the service and comes in, over a real broker. */
class EventsTest extends NewsTest {

    @Autowired
    private RabbitTemplate broker;

    @Autowired
    private AmqpAdmin broking;

    @Autowired
    private Areas areas;

    @Test
    void it_receives_what_the_contract_says_and_nothing_else(@Autowired Environment environment) {
        assertThat(Contracts.boundBy(environment)).isEqualTo(Contracts.consumedBy("news"));
    }

    static Iterable<Example> areaExamples() {
        return Contracts.examples("directory.area.changed");
    }

    @ParameterizedTest
    @MethodSource("areaExamples")
    void every_example_of_an_area_is_understood(Example example) {
        JsonNode data = JsonMapper.shared().readTree(example.json());
        AreaCode code = new AreaCode(data.get("code").stringValue());

        tell("directory", "directory.area.changed", code.value(), 2, example.json());

        await().untilAsserted(() -> assertThat(areas.all().find(code)).hasValueSatisfying(area -> {
            assertThat(area.name()).isEqualTo(data.get("name").stringValue());
            assertThat(area.kind().name())
                    .isEqualToIgnoringCase(data.get("kind").stringValue());
        }));
        assertThat(areas.accountsFor(Set.of(code)).getOrDefault(code, List.of()))
                .extracting(SocialAccount::url)
                .isEqualTo(data.get("socialAccounts").findValuesAsString("url"));
    }

    @Test
    void an_older_description_of_an_area_that_comes_late_changes_nothing() {
        tell("directory", "directory.area.changed", "a", 5, area("a", "Newest"));
        tell("directory", "directory.area.changed", "a", 4, area("a", "Older"));
        tell("directory", "directory.area.changed", "b", 1, area("b", "Marker"));

        await().untilAsserted(
                        () -> assertThat(areas.all().find(new AreaCode("b"))).isPresent());
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(areas.all().find(new AreaCode("a")))
                        .map(Area::name)
                        .contains("Newest"));
    }

    @Test
    void what_an_editor_publishes_and_withdraws_is_on_the_broker_as_the_contract_says() {
        Queue listener = listener();
        Published article = published(anArticle().of("HertsWeek"));
        newsroom.withdraw(ERIN, article.id(), 2, "Wrong date.");

        Heard first = hear(listener, article.id().toString());
        Heard second = hear(listener, article.id().toString());

        assertThat(List.of(first, second))
                .extracting(Heard::type)
                .containsExactlyInAnyOrder("news.article.published", "news.article.withdrawn");
    }

    @Test
    void whoever_asks_for_a_snapshot_hears_the_present_state_of_all_that_was_ever_public() {
        Published present = published(anArticle());
        Published gone = published(anArticle());
        Draft draft = draft(anArticle());
        newsroom.withdraw(ERIN, gone.id(), 2, "Wrong date.");
        jdbc.sql("delete from messaging.outbox").update();

        tell("directory", "directory.snapshot.requested", "news", 1, "{\"owner\":\"news\"}");

        await().untilAsserted(() -> {
            assertThat(announced(present.id()))
                    .extracting(Announced::type, Announced::version)
                    .containsExactly(tuple("news.article.published", 2L));
            assertThat(announced(gone.id()))
                    .extracting(Announced::type, Announced::version)
                    .containsExactly(tuple("news.article.withdrawn", 3L));
        });
        assertThat(announced(draft.id())).isEmpty();
    }

    private Queue listener() {
        Queue queue = QueueBuilder.nonDurable("listener-" + UUID.randomUUID()).build();
        broking.declareQueue(queue);
        broking.declareBinding(
                new Binding(queue.getName(), Binding.DestinationType.QUEUE, "news", "news.article.#", null));
        return queue;
    }

    /** The next event about the article; tests before this one may still be heard. */
    private Heard hear(Queue queue, String subject) {
        while (true) {
            Message message = broker.receive(queue.getName(), 20_000);
            assertThat(message).as("an event about " + subject).isNotNull();
            String type = message.getMessageProperties().getHeader(Envelope.TYPE);
            String data = new String(message.getBody(), StandardCharsets.UTF_8);
            if (subject.equals(message.getMessageProperties().getHeader(Envelope.SUBJECT))) {
                Contracts.validate(type, data);
                return new Heard(type, data);
            }
        }
    }

    private record Heard(String type, String data) {}

    private void tell(String source, String type, String subject, long version, String data) {
        MessageProperties properties = new MessageProperties();
        properties.setContentType("application/json");
        Envelope.headers(
                        UUID.randomUUID().toString(),
                        source,
                        type,
                        subject,
                        version,
                        Instant.parse("2026-11-01T10:00:00Z"))
                .forEach(properties::setHeader);
        // Not every producer knows numbers.
        properties.setHeader(Envelope.AGGREGATE_VERSION, String.valueOf(version));
        broker.send(source, type, new Message(data.getBytes(StandardCharsets.UTF_8), properties));
    }

    private static String area(String code, String name) {
        return """
                {"code":"%s","kind":"force","name":"%s"}""".formatted(code, name);
    }
}
