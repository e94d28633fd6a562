package org.bluelamp.alerts.article;

import java.time.Clock;
import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes back the mails about an article that are not with a worker yet, and tells those who were told of it that it was
 * withdrawn, and why.
 */
@Component
class ArticleWithdrawnHandler implements EventHandler<ArticleWithdrawn> {

    private static final Logger log = LoggerFactory.getLogger(ArticleWithdrawnHandler.class);

    private final Articles articles;
    private final Deliveries deliveries;
    private final Followers followers;
    private final FollowerSettings settings;
    private final Clock clock;

    ArticleWithdrawnHandler(
            Articles articles, Deliveries deliveries, Followers followers, FollowerSettings settings, Clock clock) {
        this.articles = articles;
        this.deliveries = deliveries;
        this.followers = followers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "news.article.withdrawn";
    }

    @Override
    public Class<ArticleWithdrawn> dataType() {
        return ArticleWithdrawn.class;
    }

    @Override
    public void on(Event<ArticleWithdrawn> event) {
        var article = event.data();
        if (!articles.store(article, event.version())) {
            return;
        }
        deliveries.cancelItem(ArticleMail.KIND, article.id());
        // When all articles are announced again, nobody wants to hear of last month's withdrawals.
        if (article.withdrawnAt().plus(settings.freshFor()).isAfter(clock.instant())) {
            var told = followers.tellOfWithdrawal(
                    article.id(), article.withdrawnAt().plus(settings.notAfter()));
            log.info("The withdrawal of article {} is told to {} people", article.id(), told);
        }
    }
}
