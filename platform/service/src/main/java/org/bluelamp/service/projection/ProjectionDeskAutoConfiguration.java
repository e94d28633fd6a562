package org.bluelamp.service.projection;

import org.bluelamp.messaging.snapshot.Snapshots;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.web.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

/** Gives every service that keeps copies the desk for them. */
@AutoConfiguration(
        afterName = {
            "org.bluelamp.messaging.snapshot.SnapshotAutoConfiguration",
            "org.bluelamp.web.WebAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
public class ProjectionDeskAutoConfiguration {

    @Bean
    @ConditionalOnBean(Snapshots.class)
    ProjectionDesk projectionDesk(
            Snapshots snapshots,
            AuditTrail audit,
            TransactionOperations transactions,
            Pages pages,
            @Value("${spring.application.name}") String service) {
        return new ProjectionDesk(snapshots, audit, transactions, pages, service);
    }
}
