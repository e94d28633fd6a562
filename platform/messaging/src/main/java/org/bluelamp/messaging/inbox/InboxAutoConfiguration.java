package org.bluelamp.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.messaging.EventJson;
import org.bluelamp.messaging.MessagingProperties;
import org.bluelamp.messaging.SnapshotSource;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Consuming: the inbox and the dispatcher that a service's bindings call. */
@AutoConfiguration
class InboxAutoConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    Expiring handledEvents(Inbox inbox, MessagingProperties properties) {
        return (now, limit) -> inbox.deleteHandledBefore(now.minus(properties.keepHandled()), limit);
    }

    @Bean
    EventHandlers eventHandlers(ObjectProvider<EventHandler<?>> handlers) {
        return new EventHandlers(List.copyOf(handlers.orderedStream().toList()));
    }

    @Bean
    BindingCheck bindingCheck(
            Environment environment, EventHandlers handlers, ObjectProvider<SnapshotSource> snapshots) {
        return new BindingCheck(Consumption.of(environment), handlers, snapshots);
    }

    @Bean
    QueueWatch queueWatch(
            Environment environment, AmqpAdmin broker, Clock clock, ObjectProvider<MeterRegistry> registry) {
        return new QueueWatch(
                broker, Consumption.of(environment), clock, registry.getIfAvailable(CompositeMeterRegistry::new));
    }

    @Bean
    InboxDispatcher eventDispatcher(
            EventHandlers handlers,
            Inbox inbox,
            EventJson json,
            PlatformTransactionManager transactions,
            ObjectProvider<MeterRegistry> registry,
            Clock clock) {
        return new InboxDispatcher(
                handlers,
                inbox,
                json,
                new TransactionTemplate(transactions),
                new InboxMeters(registry.getIfAvailable(CompositeMeterRegistry::new)),
                FIRST_PAUSE,
                LONGEST_PAUSE,
                clock);
    }
}
