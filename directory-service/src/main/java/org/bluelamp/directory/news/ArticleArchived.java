package org.bluelamp.directory.news;

import java.util.List;

/** What this service reads of {@code news.article.archived}. */
record ArticleArchived(String id, List<String> areas) {

    static final String TYPE = "news.article.archived";
}
