package org.bluelamp.news.article;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** Everything that is or was public, as the events that other services build their copies from. */
@Component
class ArticleSnapshots implements SnapshotSource {

    private final Articles articles;

    ArticleSnapshots(Articles articles) {
        this.articles = articles;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return articles.everPublished().map(ArticleSnapshots::event);
    }

    private static OutgoingEvent event(Article article) {
        return switch (article) {
            case Draft draft -> throw new IllegalStateException("A draft is nobody's business: " + draft.id());
            case Published published -> ArticlePublished.of(published);
            case Withdrawn withdrawn -> ArticleWithdrawn.of(withdrawn);
        };
    }
}
