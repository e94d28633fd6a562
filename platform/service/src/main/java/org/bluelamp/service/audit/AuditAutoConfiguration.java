package org.bluelamp.service.audit;

import java.time.Clock;
import org.bluelamp.messaging.schema.ModuleSchema;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail of a service, in schema {@code audit} of its own database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
public class AuditAutoConfiguration {

    @Bean
    ModuleSchema auditSchema() {
        return new ModuleSchema("audit", "classpath:db/audit");
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, Clock clock) {
        return new DatabaseAuditTrail(jdbc, clock);
    }
}
