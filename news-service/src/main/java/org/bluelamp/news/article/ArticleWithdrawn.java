package org.bluelamp.news.article;

import java.time.Instant;
import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;

/** The data of {@code news.article.withdrawn}: which article must no longer be shown, and why. */
record ArticleWithdrawn(String id, String slug, String title, List<String> areas, Instant withdrawnAt, String reason) {

    static final String TYPE = "news.article.withdrawn";

    static OutgoingEvent of(Withdrawn article) {
        return new OutgoingEvent(
                TYPE,
                article.id().toString(),
                article.version(),
                new ArticleWithdrawn(
                        article.id().toString(),
                        article.slug().value(),
                        article.content().title(),
                        article.content().areas().stream().map(AreaCode::value).toList(),
                        article.withdrawal().at(),
                        article.withdrawal().reason()));
    }
}
