package org.bluelamp.service.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import org.bluelamp.messaging.deadletter.DeadLetters;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.web.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

/** Gives every service that takes messages the desk for those it could not handle, and tells operators what waits. */
@AutoConfiguration(
        afterName = {
            "org.bluelamp.messaging.deadletter.DeadLetterAutoConfiguration",
            "org.bluelamp.web.WebAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
public class DeadLetterDeskAutoConfiguration {

    @Bean
    @ConditionalOnBean(DeadLetters.class)
    DeadLetterDesk deadLetterDesk(
            DeadLetters letters,
            AuditTrail audit,
            TransactionOperations transactions,
            Pages pages,
            @Value("${spring.application.name}") String service) {
        return new DeadLetterDesk(letters, audit, transactions, pages, service);
    }

    @Bean
    @ConditionalOnBean(DeadLetters.class)
    WaitingForOperators waitingForOperators(
            DeadLetters letters, MeterRegistry meters, @Value("${spring.application.name}") String service) {
        return new WaitingForOperators(letters, meters, service);
    }
}
