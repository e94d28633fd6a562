package org.bluelamp.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Town.Lamps;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.bluelamp.testing.TestRabbit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class BrokerOutageTest {

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void while_the_broker_is_away_changes_go_on_and_afterwards_all_of_them_arrive(CapturedOutput output) {
        RabbitNode node = TestRabbit.own();
        try (Neighbourhood neighbourhood = new Neighbourhood(node, "/")) {
            LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
            Lamps lamps = neighbourhood.town().getBean(Lamps.class);
            lamps.light("before", "blue");
            await().untilAsserted(() -> assertThat(copies.colourOf("before")).contains("blue"));

            node.stop();
            IntStream.range(0, 200).forEach(i -> lamps.light("lamp-" + i, "blue"));
            lamps.light("before", "white");
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> copies.colourOf("before").orElseThrow().equals("blue"));
            node.start();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(copies.count()).isEqualTo(201);
                assertThat(copies.colourOf("before")).contains("white");
            });
            assertThat(neighbourhood
                            .townData()
                            .sql("select coalesce(max(attempts), 0) from messaging.outbox")
                            .query(Integer.class)
                            .single())
                    .as("an outage is not held against the events")
                    .isLessThanOrEqualTo(1);
            assertThat(output.getOut().lines())
                    .filteredOn(line -> line.contains("Publishing pauses: the broker is away"))
                    .as("told once by each of the two services, when it begins")
                    .hasSizeBetween(1, 2);
            assertThat(output).contains("Publishing goes on: the broker is back");
        } finally {
            node.stop();
        }
    }

    @Test
    void services_start_without_a_broker_and_announce_when_it_comes() {
        RabbitNode node = TestRabbit.own();
        node.stop();
        try (Neighbourhood neighbourhood = new Neighbourhood(node, "/")) {
            LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
            neighbourhood.town().getBean(Lamps.class).light("early", "blue");

            node.start();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(copies.colourOf("early")).contains("blue"));
        } finally {
            node.stop();
        }
    }
}
