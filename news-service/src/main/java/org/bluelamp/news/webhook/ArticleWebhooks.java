package org.bluelamp.news.webhook;

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

/** Tools are told of articles. */
@Configuration(proxyBeanMethods = false)
class ArticleWebhooks {

    @Bean
    WebhookSubject articlesForTools(JdbcClient jdbc) {
        return new WebhookSubject(
                StaffSection.NEWS,
                List.of(
                        new WebhookSubject.Crumb("News", "/staff/news"),
                        new WebhookSubject.Crumb("News settings", "/staff/news/settings")),
                "news",
                "article",
                "Each of these tools is called when an article of your force is published, corrected or withdrawn.",
                Map.of(
                        Message.PUBLISHED, "Published",
                        Message.CORRECTED, "Corrected",
                        Message.WITHDRAWN, "Withdrawn"),
                "A test from the newsroom. Nothing is to be done with it.",
                things -> titles(jdbc, things));
    }

    private static Map<UUID, String> titles(JdbcClient jdbc, Set<UUID> articles) {
        return jdbc
                .sql("select id, title from article where id = any (:articles)")
                .param("articles", articles.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
