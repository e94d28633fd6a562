package org.bluelamp.messaging.snapshot;

import java.time.Clock;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for snapshots and answering with them. */
@AutoConfiguration
class SnapshotAutoConfiguration {

    @Bean
    SnapshotAnswer snapshotAnswer(
            @Value("${spring.application.name}") String service,
            ObjectProvider<SnapshotSource> sources,
            Outbox outbox) {
        return new SnapshotAnswer(service, sources.orderedStream().toList(), outbox);
    }

    @Bean
    Snapshots snapshots(
            @Value("${spring.application.name}") String service,
            Environment environment,
            JdbcClient jdbc,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Snapshots(
                service, Consumption.of(environment), jdbc, outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    SnapshotStart snapshotStart(Snapshots snapshots, AmqpAdmin broker) {
        return new SnapshotStart(snapshots, broker);
    }
}
