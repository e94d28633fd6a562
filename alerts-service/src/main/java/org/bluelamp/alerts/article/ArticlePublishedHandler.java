package org.bluelamp.alerts.article;

import java.time.Clock;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells followers of an article when it is first published. A correction, an old article and one that was withdrawn in
 * the meantime tell nobody.
 */
@Component
class ArticlePublishedHandler implements EventHandler<ArticlePublished> {

    private static final Logger log = LoggerFactory.getLogger(ArticlePublishedHandler.class);

    private final Articles articles;
    private final Followers followers;
    private final FollowerSettings settings;
    private final Clock clock;

    ArticlePublishedHandler(Articles articles, Followers followers, FollowerSettings settings, Clock clock) {
        this.articles = articles;
        this.followers = followers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "news.article.published";
    }

    @Override
    public Class<ArticlePublished> dataType() {
        return ArticlePublished.class;
    }

    @Override
    public void on(Event<ArticlePublished> event) {
        var article = event.data();
        if (!articles.store(article, event.version())) {
            return;
        }
        var publishedAt = article.publishedAt();
        if (publishedAt.plus(settings.freshFor()).isBefore(clock.instant()) || !articles.markTold(article.id())) {
            return;
        }
        var told = followers.tell(article.id(), publishedAt.plus(settings.notAfter()));
        log.info("Article {} is told to {} followers", article.id(), told);
    }
}
