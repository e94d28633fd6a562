package org.bluelamp.directory.news;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

@Component
class ArticlePublishedHandler implements EventHandler<ArticlePublished> {

    private final Headlines headlines;

    ArticlePublishedHandler(Headlines headlines) {
        this.headlines = headlines;
    }

    @Override
    public String type() {
        return ArticlePublished.TYPE;
    }

    @Override
    public Class<ArticlePublished> dataType() {
        return ArticlePublished.class;
    }

    @Override
    public void on(Event<ArticlePublished> event) {
        headlines.published(event.data(), event.version());
    }
}
