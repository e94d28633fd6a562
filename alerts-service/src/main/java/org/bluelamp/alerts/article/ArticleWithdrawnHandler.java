package org.bluelamp.alerts.article;

import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Takes back the mails about an article that are not with a worker yet. */
@Component
class ArticleWithdrawnHandler implements EventHandler<ArticleWithdrawn> {

    private final Articles articles;
    private final Deliveries deliveries;

    ArticleWithdrawnHandler(Articles articles, Deliveries deliveries) {
        this.articles = articles;
        this.deliveries = deliveries;
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
        if (articles.store(article, event.version())) {
            deliveries.cancelItem(ArticleMail.KIND, article.id());
        }
    }
}
