package org.bluelamp.news.article;

import java.time.Instant;
import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;

/** The data of {@code news.article.archived}: which article is no longer current, though it can be read. */
record ArticleArchived(String id, String slug, List<String> areas, Instant archivedAt) {

    static final String TYPE = "news.article.archived";

    static OutgoingEvent of(Archived article) {
        return new OutgoingEvent(
                TYPE,
                article.id().toString(),
                article.version(),
                new ArticleArchived(
                        article.id().toString(),
                        article.slug().value(),
                        article.content().areas().stream().map(AreaCode::value).toList(),
                        article.archival().at()));
    }
}
