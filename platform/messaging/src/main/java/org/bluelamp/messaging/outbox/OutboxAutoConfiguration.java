package org.bluelamp.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.bluelamp.messaging.EventJson;
import org.bluelamp.messaging.MessagingProperties;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.messaging.schema.ModuleSchema;
import org.bluelamp.messaging.trace.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a service and its relay. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
class OutboxAutoConfiguration {

    @Bean
    @Order(0)
    ModuleSchema messagingSchema() {
        return new ModuleSchema("messaging", "classpath:db/messaging");
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
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

    @Bean
    EventPublisher eventPublisher(
            StreamBridge bridge,
            @Value("${spring.application.name}") String service,
            MessagingProperties properties,
            Traces traces) {
        return new EventPublisher(bridge, service, properties.confirmTimeout(), traces);
    }

    @Bean
    OutboxMeters outboxMeters(ObjectProvider<MeterRegistry> registry, Clock clock) {
        return new OutboxMeters(registry.getIfAvailable(CompositeMeterRegistry::new), clock);
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxTable table,
            EventPublisher publisher,
            OutboxSignal signal,
            PlatformTransactionManager transactions,
            MessagingProperties properties,
            OutboxMeters meters) {
        return new OutboxRelay(
                table, publisher::publish, signal, new TransactionTemplate(transactions), properties, meters);
    }
}
