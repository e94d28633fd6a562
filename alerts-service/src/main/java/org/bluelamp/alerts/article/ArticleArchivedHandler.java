package org.bluelamp.alerts.article;

import org.bluelamp.alerts.delivery.Deliveries;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Tells nobody of what is no longer current: takes back the mails that are not with a worker yet. */
@Component
class ArticleArchivedHandler implements EventHandler<ArticleArchived> {

    private final Articles articles;
    private final Deliveries deliveries;

    ArticleArchivedHandler(Articles articles, Deliveries deliveries) {
        this.articles = articles;
        this.deliveries = deliveries;
    }

    @Override
    public String type() {
        return "news.article.archived";
    }

    @Override
    public Class<ArticleArchived> dataType() {
        return ArticleArchived.class;
    }

    @Override
    public void on(Event<ArticleArchived> event) {
        if (articles.store(event.data(), event.version())) {
            deliveries.cancelItem(ArticleMail.KIND, event.data().id());
        }
    }
}
