package org.bluelamp.messaging.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.MessagingProperties;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters: from their queues into the database, and back. */
@AutoConfiguration
class DeadLetterAutoConfiguration {

    /** A person waits at the desk, and the gateway in front of it gives up after ten seconds. */
    private static final Duration PATIENCE_AT_THE_DESK = Duration.ofSeconds(3);

    private final JsonMapper json = JsonMapper.shared();

    @Bean
    DeadLetterTable deadLetterTable(JdbcClient jdbc, ObjectProvider<MeterRegistry> registry) {
        DeadLetterTable table = new DeadLetterTable(jdbc);
        registry.ifAvailable(meters -> Gauge.builder(
                        "bluelamp.dead.letters", table, letters -> letters.count(DeadLetter.State.WAITING))
                .description("Dead letters that wait for a decision")
                .register(meters));
        return table;
    }

    @Bean
    Expiring settledDeadLetters(DeadLetterTable table, MessagingProperties properties) {
        return (now, limit) -> table.deleteSettledBefore(now.minus(properties.keepSettled()), limit);
    }

    @Bean
    DeadLetters deadLetters(DeadLetterTable table, ConnectionFactory connections, Clock clock) {
        RabbitTemplate broker = new RabbitTemplate(connections);
        broker.setUsePublisherConnection(true);
        broker.setMandatory(true);
        return new DeadLetterDesk(table, broker, json, PATIENCE_AT_THE_DESK, clock);
    }

    @Bean
    DeadLetterDrain deadLetterDrain(
            Environment environment, ConnectionFactory connections, DeadLetterTable table, Clock clock) {
        return new DeadLetterDrain(Consumption.of(environment), connections, table, json, clock);
    }
}
