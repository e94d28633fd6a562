package org.bluelamp.webhook.web;

import org.bluelamp.web.page.Pages;
import org.bluelamp.webhook.WebhookSubject;
import org.bluelamp.webhook.Webhooks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages about a service's tools. */
@Configuration(proxyBeanMethods = false)
public class WebhookPagesConfiguration {

    @Bean
    WebhookPages webhookPages(
            Webhooks webhooks,
            WebhookSubject subject,
            Pages pages,
            @Value("${spring.application.name}") String service) {
        return new WebhookPages(webhooks, subject, pages, service);
    }
}
