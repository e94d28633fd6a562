package org.bluelamp.news.reading.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article's page for residents: the article and what they can do with it.
 *
 * @param address the whole address of the page
 * @param title of the article
 * @param updatedAt when what readers see changed last
 * @param siteName who publishes
 * @param data the article for search engines
 * @param picture that stands for it where it is shared; null when it shows none
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
        @Nullable SharedPicture picture,
        @Nullable String earlier,
        String useful) {

    /** How to hand it on. */
    public ShareLinks share() {
        return new ShareLinks(title, article.summary(), address);
    }
}
