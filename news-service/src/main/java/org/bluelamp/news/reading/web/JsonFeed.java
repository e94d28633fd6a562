package org.bluelamp.news.reading.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.reading.Headline;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feed as JSON Feed 1.1 (jsonfeed.org); the names are those of the specification. */
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String page,
        @JsonProperty("feed_url") String self,
        String description,
        String language,
        List<Author> authors,
        List<Item> items) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Who speaks. */
    record Author(String name) {}

    /** An article. */
    record Item(
            String id,
            String url,
            String title,
            String summary,
            @JsonProperty("content_html") String html,
            @JsonProperty("date_published") String published,
            @JsonProperty("date_modified") String modified,
            List<String> tags) {}

    static byte[] write(Feed feed) {
        return JSON.writeValueAsBytes(new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.page(),
                feed.self(),
                Feed.ABOUT,
                Feed.LANGUAGE,
                List.of(new Author(feed.author())),
                feed.entries().stream().map(JsonFeed::item).toList()));
    }

    private static Item item(Feed.Entry entry) {
        Headline headline = entry.headline();
        return new Item(
                entry.id(),
                entry.href(),
                headline.title(),
                headline.summary(),
                entry.body().toString(),
                time(headline.publishedAt()),
                time(headline.updatedAt()),
                Stream.concat(
                                headline.topics().stream().map(Topic::label),
                                headline.campaign().map(Campaign::hashtag).stream())
                        .toList());
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
