package org.bluelamp.alerts.article;

import java.time.Instant;
import java.util.List;

/** What this service needs of {@code news.article.published}. */
record ArticlePublished(
        String id,
        String slug,
        String title,
        String summary,
        List<String> areas,
        List<String> topics,
        Instant publishedAt) {}
