package org.bluelamp.alerts.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.webhook.WebhookSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tools are told of alerts. */
@Configuration(proxyBeanMethods = false)
class AlertWebhooks {

    @Bean
    WebhookSubject alertsForTools(JdbcClient jdbc) {
        return new WebhookSubject(
                StaffSection.ALERTS,
                List.of(new WebhookSubject.Crumb("Alerts", "/staff/alerts")),
                "alerts",
                "alert",
                "Each of these tools is called when an alert of your force is sent, updated or called back, and when it ends.",
                Map.of(
                        AlertMessage.ISSUED, "Sent",
                        AlertMessage.UPDATED, "Updated",
                        AlertMessage.CANCELLED, "Called back",
                        AlertMessage.EXPIRED, "Ended"),
                "A test from the alerts desk. Nothing is to be done with it.",
                things -> headlines(jdbc, things));
    }

    private static Map<UUID, String> headlines(JdbcClient jdbc, Set<UUID> alerts) {
        return jdbc
                .sql("select id, headline from alert where id = any (:alerts)")
                .param("alerts", alerts.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("headline")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
