package org.bluelamp.news.article;

import java.time.Instant;
import java.util.List;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code news.article.published}: a public article as it is now. Announced again, with a higher version and
 * the same {@code publishedAt}, when its words change.
 */
record ArticlePublished(
        String id,
        String slug,
        String title,
        String summary,
        String body,
        List<String> areas,
        List<String> topics,
        @Nullable String campaign,
        Instant publishedAt,
        String kind,
        @Nullable Instant notAfter,
        List<String> hashtags,
        @Nullable Instant correctedAt,
        @Nullable String correction) {

    static final String TYPE = "news.article.published";

    static OutgoingEvent of(Public article) {
        Content content = article.content();
        @Nullable Correction correction = article instanceof Corrected corrected ? corrected.correction() : null;
        return new OutgoingEvent(
                TYPE,
                article.id().toString(),
                article.version(),
                new ArticlePublished(
                        article.id().toString(),
                        article.slug().value(),
                        content.title(),
                        content.summary(),
                        content.body(),
                        content.areas().stream().map(AreaCode::value).toList(),
                        content.topics().stream().map(Topic::code).toList(),
                        content.campaign().map(Campaign::hashtag).orElse(null),
                        article.publication().at(),
                        content.details().kind().code(),
                        content.details().notAfter().orElse(null),
                        content.details().hashtags(),
                        correction == null ? null : correction.at(),
                        correction == null ? null : correction.note()));
    }
}
