package org.bluelamp.directory.news;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the headlines in step with the news service. */
@Configuration(proxyBeanMethods = false)
class ArticleHandlers {

    @Bean
    EventHandler<ArticlePublished> articlePublished(Headlines headlines) {
        return EventHandler.projecting(ArticlePublished.TYPE, ArticlePublished.class, headlines::published);
    }

    @Bean
    EventHandler<ArticleArchived> articleArchived(Headlines headlines) {
        return EventHandler.projecting(ArticleArchived.TYPE, ArticleArchived.class, headlines::archived);
    }

    @Bean
    EventHandler<ArticleWithdrawn> articleWithdrawn(Headlines headlines) {
        return EventHandler.projecting(ArticleWithdrawn.TYPE, ArticleWithdrawn.class, headlines::withdrawn);
    }
}
