package org.bluelamp.webhook;

import java.time.Clock;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.webhook.web.WebhookPagesConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service that has a {@link WebhookSubject} tools that are told of it. */
@AutoConfiguration(
        afterName = {
            "org.bluelamp.service.audit.AuditAutoConfiguration",
            "org.bluelamp.web.WebAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnBean(WebhookSubject.class)
@EnableConfigurationProperties(WebhookSettings.class)
@Import(WebhookPagesConfiguration.class)
public class WebhookAutoConfiguration {

    @Bean
    SealedSecrets webhookSecrets(WebhookSettings settings) {
        return new SealedSecrets(settings);
    }

    @Bean
    Calls webhookCalls(
            JdbcClient jdbc,
            JsonMapper json,
            SealedSecrets secrets,
            WebhookSubject subject,
            WebhookSettings settings,
            Clock clock) {
        return new Calls(jdbc, json, secrets, subject, settings, clock);
    }

    @Bean
    Outgoing webhookOutgoing(WebhookSettings settings, Clock clock) {
        return new Outgoing(settings, clock);
    }

    @Bean
    CallRounds webhookRounds(Calls calls, Outgoing outgoing, WebhookSettings settings, Clock clock) {
        return new CallRounds(calls, outgoing, settings, clock);
    }

    @Bean
    Telling webhookTelling(Calls calls) {
        return new Telling(calls);
    }

    @Bean
    Webhooks webhooks(
            JdbcClient jdbc,
            SealedSecrets secrets,
            Calls calls,
            AuditTrail audit,
            WebhookSettings settings,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new Webhooks(jdbc, secrets, calls, audit, settings, clock, service);
    }
}
