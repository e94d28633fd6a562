package org.bluelamp.news.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readers saw of an article from one moment on until the next version.
 *
 * @param version of the article at that moment
 * @param at from when
 * @param note what was corrected; null for the first
 */
public record ArticleVersion(
        long version,
        Instant at,
        String title,
        String summary,
        String body,
        @Nullable String note) {}
