package org.bluelamp.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.bluelamp.testing.TestRabbit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTest {

    /** What a broker does that has waited too long for an acknowledgement, and worse: it breaks off all connections. */
    @Test
    void an_outage_that_outlasts_the_brokers_patience_makes_no_dead_letter_and_loses_nothing(CapturedOutput output) {
        RabbitNode node = TestRabbit.own();
        try (Neighbourhood neighbourhood = new Neighbourhood(node, "/")) {
            LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
            neighbourhood.announce("before", "before", 1, "{\"code\":\"before\",\"colour\":\"blue\"}");
            await().untilAsserted(() -> assertThat(copies.colourOf("before")).contains("blue"));
            neighbourhood.shutWatchDatabase();
            neighbourhood.announce("patient", "patient", 1, "{\"code\":\"patient\",\"colour\":\"blue\"}");
            await().until(() -> output.getOut().contains("The database is away; the event waits"));

            node.ctl("close_all_connections", "the broker is out of patience");
            await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().split("the event waits", -1).length > 5);
            neighbourhood.openWatchDatabase();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(copies.colourOf("patient")).contains("blue"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(neighbourhood.waitingIn("town.watch")).isZero());
            assertThat(copies.timesApplied("patient")).isEqualTo(1);
            assertThat(neighbourhood
                            .watchData()
                            .sql("select count(*) from messaging.dead_letter")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(neighbourhood.waitingIn("town.watch.dlq")).isZero();
        } finally {
            node.stop();
        }
    }
}
