package org.bluelamp.directory.news;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code news.article.published}. */
record ArticlePublished(
        String id, String slug, String title, @Nullable String summary, List<String> areas, Instant publishedAt) {

    static final String TYPE = "news.article.published";
}
