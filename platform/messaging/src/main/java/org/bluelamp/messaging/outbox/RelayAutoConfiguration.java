package org.bluelamp.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.bluelamp.messaging.MessagingProperties;
import org.bluelamp.messaging.trace.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay, which publishes what stands in the outbox, whichever program of the service left it there. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
class RelayAutoConfiguration {

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
