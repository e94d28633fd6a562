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
            case Unpublished unpublished ->
                throw new IllegalStateException("It is nobody's business yet: " + unpublished.id());
            case Public published -> ArticlePublished.of(published);
            case Archived archived -> ArticleArchived.of(archived);
            case Withdrawn withdrawn -> ArticleWithdrawn.of(withdrawn);
        };
    }
}
