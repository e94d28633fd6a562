package org.bluelamp.news.reading.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The news for feed readers. Readers ask often and mostly for nothing new: the answer's tag is made from which articles
 * it holds in which versions, so that nothing is rendered for who has it. A time of last change would not do, as a
 * withdrawal leaves older articles only.
 */
@RestController
@PublicEndpoint
class NewsFeed {

    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
    private static final int ENTRIES = 20;

    /** Changes with how feeds are written, so that readers fetch them anew. */
    private static final String FORM = "1";

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
    ResponseEntity<byte[]> feed(
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String topic,
            @RequestParam @Nullable String campaign,
            WebRequest request) {
        AreaMap map = areas.all();
        Selection selection = new SelectionParameters(area, topic, campaign).among(map);
        List<Headline> newest = headlines.newest(selection, ENTRIES).headlines();
        String title = NewsList.title(selection, map) + " - " + pages.site().name();
        String tag = tag(title, newest);
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
                .contentType(ATOM)
                .body(write(selection, title, newest));
    }

    private byte[] write(Selection selection, String title, List<Headline> newest) {
        Map<ArticleId, String> bodies = headlines.bodies(newest);
        Instant updated =
                newest.stream().map(Headline::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
        AtomFeed feed = new AtomFeed(
                publicUrl,
                title,
                selection.at("/news/feed"),
                selection.at("/news"),
                pages.site().name(),
                updated);
        newest.forEach(headline ->
                feed.entry(headline, markdown.forFeed(Objects.requireNonNullElse(bodies.get(headline.id()), ""))));
        return feed.end();
    }

    private static String tag(String title, List<Headline> newest) {
        String held = newest.stream()
                .map(headline -> headline.id() + "." + headline.version())
                .collect(Collectors.joining(" ", FORM + " " + title + " ", ""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(held.getBytes(StandardCharsets.UTF_8));
            // Weak: a strong one says "byte for byte", and the gateway would have to send the feed without compression.
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
