package org.bluelamp.directory.news;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

@Component
class ArticleWithdrawnHandler implements EventHandler<ArticleWithdrawn> {

    private final Headlines headlines;

    ArticleWithdrawnHandler(Headlines headlines) {
        this.headlines = headlines;
    }

    @Override
    public String type() {
        return ArticleWithdrawn.TYPE;
    }

    @Override
    public Class<ArticleWithdrawn> dataType() {
        return ArticleWithdrawn.class;
    }

    @Override
    public void on(Event<ArticleWithdrawn> event) {
        headlines.withdrawn(event.data(), event.version());
    }
}
