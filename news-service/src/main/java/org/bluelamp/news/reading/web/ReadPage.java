package org.bluelamp.news.reading.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article's page for residents: the article and what they can do with it.
 *
 * @param address the whole address of the page
 * @param title of the article
 * @param updatedAt when what readers see changed last
 * @param siteName who publishes
 * @param data the article for search engines
 * @param earlier where earlier versions are read of an article that no longer says so itself; null when there are none
 * @param useful where to say whether it was useful
 */
public record ReadPage(
        ArticlePage article,
        String address,
        String title,
        Instant updatedAt,
        String siteName,
        JsonLd data,
        @Nullable String earlier,
        String useful) {

    /** A way to hand the article on. None of these sites hears of a reader before the link is followed. */
    public record Share(String text, String href) {}

    /** How to send it by email. */
    public String byEmail() {
        return "mailto:?subject=" + encoded(title) + "&body=" + encoded(article.summary() + "\n\n" + address);
    }

    /** Other sites on which it can be shared. */
    public List<Share> elsewhere() {
        return List.of(
                new Share("Share on WhatsApp", "https://wa.me/?text=" + encoded(title + " " + address)),
                new Share("Share on Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + encoded(address)),
                new Share(
                        "Share on X", "https://x.com/intent/post?text=" + encoded(title) + "&url=" + encoded(address)));
    }

    /** As a mail program takes it too, to which a plus is a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
