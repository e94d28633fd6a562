package org.bluelamp.alerts.article;

import java.time.Instant;
import java.util.List;

/** What this service needs of {@code news.article.withdrawn}. */
record ArticleWithdrawn(String id, List<String> areas, Instant withdrawnAt, String reason) {}
