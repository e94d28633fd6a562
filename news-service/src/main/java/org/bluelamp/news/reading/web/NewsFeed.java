package org.bluelamp.news.reading.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The news for feed readers, of what a list can be followed by: area, topic, campaign and kind. Readers ask often and
 * mostly for nothing new; {@link EntityTag} tells them so.
 */
@RestController
@PublicEndpoint
class NewsFeed {

    private static final int ENTRIES = 20;

    /** Changes with how feeds are written, so that readers fetch them anew. */
    private static final String EDITION = "2";

    private final Headlines headlines;
    private final Areas areas;
    private final Markdown markdown;
    private final Pages pages;
    private final URI publicUrl;

    NewsFeed(
            Headlines headlines,
            Areas areas,
            Markdown markdown,
            Pages pages,
            @Value("${bluelamp.public-url}") URI publicUrl) {
        this.headlines = headlines;
        this.areas = areas;
        this.markdown = markdown;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/news/feed")
    ResponseEntity<byte[]> atom(SelectionParameters wanted, WebRequest request) {
        return feed(FeedForm.ATOM, wanted, request);
    }

    @GetMapping("/news/feed.rss")
    ResponseEntity<byte[]> rss(SelectionParameters wanted, WebRequest request) {
        return feed(FeedForm.RSS, wanted, request);
    }

    @GetMapping("/news/feed.json")
    ResponseEntity<byte[]> json(SelectionParameters wanted, WebRequest request) {
        return feed(FeedForm.JSON, wanted, request);
    }

    private ResponseEntity<byte[]> feed(FeedForm form, SelectionParameters wanted, WebRequest request) {
        AreaMap map = areas.all();
        Selection selection = wanted.among(map).lasting();
        List<Headline> newest = headlines.newest(selection, ENTRIES).headlines();
        String title = NewsList.title(selection, map) + " - " + pages.site().name();
        String tag = EntityTag.of(EDITION + form + " " + title, newest);
        // Caches may keep it but ask each time whether it still holds: a withdrawn article is gone at once.
        CacheControl always = CacheControl.noCache().cachePublic();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(always)
                    .eTag(tag)
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(always)
                .eTag(tag)
                .contentType(form.type())
                .body(form.write(feed(selection.at(publicUrl + form.path()), selection, title, newest)));
    }

    private Feed feed(String self, Selection selection, String title, List<Headline> newest) {
        Map<ArticleId, String> bodies = headlines.bodies(newest);
        return new Feed(
                title,
                self,
                selection.at(publicUrl + "/news"),
                pages.site().name(),
                newest.stream().map(Headline::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH),
                newest.stream()
                        .map(headline -> new Feed.Entry(
                                headline,
                                publicUrl + "/news/" + headline.slug(),
                                markdown.forFeed(Objects.requireNonNullElse(bodies.get(headline.id()), ""))))
                        .toList());
    }
}
