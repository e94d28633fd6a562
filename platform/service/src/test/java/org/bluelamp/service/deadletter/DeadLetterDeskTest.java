package org.bluelamp.service.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bluelamp.service.ServiceForTests;
import org.bluelamp.testing.PlatformTest;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest(classes = ServiceForTests.class)
class DeadLetterDeskTest {

    private static final TestStaff OTTO = staff("Otto").as("operator").in("hertfordshire");
    private static final String QUEUE = "directory.example";
    private static final String DESK = "/staff/example/dead-letters";
    private static final String WAITING = "/staff/example/operations";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AmqpAdmin broker;

    @Autowired
    private RabbitTemplate messages;

    @BeforeEach
    void an_empty_queue() {
        broker.declareQueue(QueueBuilder.durable(QUEUE).quorum().build());
        broker.purgeQueue(QUEUE);
    }

    @Test
    void an_operator_sees_what_could_not_be_handled_and_why() {
        long id = aDeadLetter("{\"code\":\"<b>stevenage</b>\"}");

        assertThat(get(DESK).body()).contains("directory.area.changed").contains(DESK + "/" + id);
        assertThat(get(DESK + "/" + id).body())
                .contains("Boundary is not closed")
                .contains("&lt;b&gt;stevenage&lt;/b&gt;")
                .doesNotContain("<b>stevenage");
    }

    @Test
    void a_dead_letter_given_back_is_in_its_queue_again_and_the_deed_on_record() {
        long id = aDeadLetter("{\"code\":\"watford\"}");

        Answer answer = post(DESK + "/" + id + "/replay", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(DESK + "?settled=" + id);
        assertThat(get(DESK + "?settled=" + id).body()).contains("was given back to its queue");
        assertThat(messages.receive(QUEUE, 5_000))
                .isNotNull()
                .satisfies(message -> assertThat(message.getBody())
                        .asString(StandardCharsets.UTF_8)
                        .contains("watford"));
        assertThat(deed("dead-letter.replay-asked", id)).isEqualTo("Otto");
        assertThat(deed("dead-letter.replayed", id)).isEqualTo("Otto");
    }

    @Test
    void what_the_broker_does_not_take_waits_on_and_no_deed_is_claimed() {
        long id = aDeadLetter("{}");
        broker.deleteQueue(QUEUE);

        Answer answer = post(DESK + "/" + id + "/replay", Map.of());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("It still waits");
        assertThat(state(id)).isEqualTo("waiting");
        assertThat(deed("dead-letter.replayed", id)).isEmpty();
        assertThat(deed("dead-letter.replay-asked", id)).isEqualTo("Otto");
    }

    @Test
    void what_failed_again_is_not_called_a_success() {
        long id = aDeadLetter("{}");

        assertThat(get(DESK + "?settled=" + id).body())
                .contains("failed again and waits")
                .doesNotContain("Success", "notification-banner--success");
    }

    @Test
    void a_page_that_is_not_there_is_the_last_one() {
        long id = aDeadLetter("{}");

        assertThat(get(DESK + "?page=100000000").status()).isEqualTo(200);
        assertThat(get(DESK + "?page=-1").body()).contains(DESK + "/" + id);
    }

    @Test
    void discarding_wants_a_reason() {
        long id = aDeadLetter("{}");

        Answer answer = post(DESK + "/" + id + "/discard", Map.of("reason", " "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter why this message need not be handled");
        assertThat(state(id)).isEqualTo("waiting");
    }

    @Test
    void a_discarded_letter_keeps_the_reason() {
        long id = aDeadLetter("{}");

        assertThat(post(DESK + "/" + id + "/discard", Map.of("reason", "Sent by a test"))
                        .status())
                .isEqualTo(303);
        assertThat(get(DESK + "/" + id).body())
                .contains("Sent by a test", " by Otto.")
                .doesNotContain("Discard it");
        assertThat(deed("dead-letter.discarded", id)).isEqualTo("Otto");
    }

    @Test
    void a_letter_decided_upon_twice_is_decided_upon_once() {
        long id = aDeadLetter("{}");
        post(DESK + "/" + id + "/discard", Map.of("reason", "Once"));

        assertThat(post(DESK + "/" + id + "/discard", Map.of("reason", "Twice")).header("Location"))
                .isEqualTo(DESK + "/" + id);
        assertThat(get(DESK + "/" + id).body()).contains("Once").doesNotContain("Twice");
    }

    @Test
    void what_waits_is_told_to_operators_in_words_and_to_nobody_else() {
        jdbc.sql("update messaging.dead_letter set state = 'discarded', settled_at = now(), settlement = 'test'")
                .update();
        assertThat(get(WAITING).body()).doesNotContain("dead letter");
        long id = aDeadLetter("{}");
        assertThat(get(WAITING).body()).contains("1 dead letter of example waits for a decision", DESK);
        aDeadLetter("{}");
        Answer answer = get(WAITING);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("2 dead letters of example wait for a decision");
        post(DESK + "/" + id + "/discard", Map.of("reason", "Done"));
        assertThat(get(WAITING).body()).contains("1 dead letter of example");

        assertThat(new Caller(port).get(WAITING).status()).isEqualTo(401);
        assertThat(new Caller(port)
                        .as(staff("Ada").as("administrator").in("hertfordshire"))
                        .get(WAITING)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobody_but_operators_comes_to_the_desk() {
        TestStaff erin = staff("Erin").as("editor").in("hertfordshire");

        assertThat(new Caller(port).as(erin).get(DESK).status()).isEqualTo(403);
    }

    private long aDeadLetter(String body) {
        return jdbc.sql("""
                insert into messaging.dead_letter
                    (queue, message_key, type, subject, source, headers, body, reason, stack_trace, failed_at)
                values (:queue, gen_random_uuid()::text, 'directory.area.changed', 'hertfordshire/stevenage',
                        'directory', '{}', :body, 'Boundary is not closed', 'at Boundary.java:12', now())
                returning id
                """)
                .param("queue", QUEUE)
                .param("body", body.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        return jdbc.sql("select state from messaging.dead_letter where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String deed(String action, long id) {
        return jdbc.sql("select staff_name from audit.deed where action = :action and subject = :id")
                .param("action", action)
                .param("id", String.valueOf(id))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Answer get(String path) {
        return new Caller(port).as(OTTO).get(path);
    }

    private Answer post(String path, Map<String, String> form) {
        return new Caller(port).as(OTTO).post(path, form);
    }
}
