package org.bluelamp.news.reading.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ways to hand a page on. None of these sites hears of a reader before the link is followed.
 *
 * @param address the whole address of the page
 */
public record ShareLinks(String title, String summary, String address) {

    /** A way to hand the page on. */
    public record Share(String text, String href) {}

    /** How to send it by email. */
    public String byEmail() {
        return "mailto:?subject=" + encoded(title) + "&body=" + encoded(summary + "\n\n" + address);
    }

    /** Other sites on which it can be shared. */
    public List<Share> elsewhere() {
        return List.of(
                new Share("Share on WhatsApp", "https://wa.me/?text=" + encoded(title + " " + address)),
                new Share("Share on Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + encoded(address)),
                new Share(
                        "Share on X", "https://x.com/intent/post?text=" + encoded(title) + "&url=" + encoded(address)));
    }

    /** As an email program takes it too, to which a plus is a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
