package org.bluelamp.directory.news;

import java.util.List;

/** What this service reads of {@code news.article.withdrawn}. */
record ArticleWithdrawn(String id, List<String> areas) {

    static final String TYPE = "news.article.withdrawn";
}
