package org.bluelamp.news.article;

import java.time.Instant;

/**
 * What a member of staff said of an article; never shown to the public.
 *
 * @param version of the article they had before them
 * @param text 1 to {@value #LIMIT} characters
 */
public record Comment(ArticleId article, long version, Author by, Instant at, String text) {

    /** The longest comment. */
    public static final int LIMIT = 2_000;

    /** @throws IllegalArgumentException when the text is empty or too long */
    public Comment {
        text = Content.lines(text);
        if (text.isBlank() || Content.length(text) > LIMIT) {
            throw new IllegalArgumentException("A comment has 1 to " + LIMIT + " characters");
        }
    }
}
