package org.bluelamp.news.reading.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.MediaType;

/** The forms in which feed readers take a list. */
enum FeedForm {
    ATOM("/news/feed", "Atom", MediaType.APPLICATION_ATOM_XML, AtomFeed::write),
    RSS("/news/feed.rss", "RSS", MediaType.APPLICATION_RSS_XML, RssFeed::write),
    JSON("/news/feed.json", "JSON Feed", new MediaType("application", "feed+json"), JsonFeed::write);

    private final String path;
    private final String label;
    private final MediaType type;
    private final Function<Feed, byte[]> writer;

    FeedForm(String path, String label, MediaType type, Function<Feed, byte[]> writer) {
        this.path = path;
        this.label = label;
        this.type = type;
        this.writer = writer;
    }

    String path() {
        return path;
    }

    /** What people who use feeds call it. */
    String label() {
        return label;
    }

    /** The type as a link to the feed names it. */
    String linkType() {
        return type.toString();
    }

    MediaType type() {
        return new MediaType(type, StandardCharsets.UTF_8);
    }

    byte[] write(Feed feed) {
        return writer.apply(feed);
    }
}
