package org.bluelamp.messaging.outbox;

import java.time.Clock;
import org.bluelamp.messaging.EventJson;
import org.bluelamp.messaging.MessagingProperties;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.messaging.schema.ModuleSchema;
import org.bluelamp.messaging.trace.Traces;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox of a service: all that a program needs that only announces. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
class OutboxAutoConfiguration {

    @Bean
    @Order(0)
    ModuleSchema messagingSchema() {
        return new ModuleSchema("messaging", "classpath:db/messaging");
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    @Bean
    OutboxSignal outboxSignal() {
        return new OutboxSignal();
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    Expiring publishedEvents(OutboxTable table, MessagingProperties properties) {
        return (now, limit) -> table.deletePublishedBefore(now.minus(properties.keepPublished()), limit);
    }

    @Bean
    Outbox outbox(OutboxTable table, EventJson json, OutboxSignal signal, Traces traces, Clock clock) {
        return new TransactionalOutbox(table, json, signal, traces, clock);
    }
}
