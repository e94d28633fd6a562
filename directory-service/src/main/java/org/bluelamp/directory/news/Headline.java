package org.bluelamp.directory.news;

import java.time.Instant;

/** What this service shows of an article of news-service. */
public record Headline(String id, String slug, String title, String summary, Instant publishedAt) {

    /** The address of the article's page. */
    public String path() {
        return "/news/" + slug;
    }
}
