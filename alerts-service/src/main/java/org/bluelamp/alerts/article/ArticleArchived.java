package org.bluelamp.alerts.article;

import java.time.Instant;
import java.util.List;

/** What this service needs of {@code news.article.archived}. */
record ArticleArchived(String id, List<String> areas, Instant archivedAt) {}
