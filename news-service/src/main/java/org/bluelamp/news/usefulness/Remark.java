package org.bluelamp.news.usefulness;

import java.time.Instant;
import org.bluelamp.news.article.Content;

/**
 * What a reader added in their own words; for editors only, and only for a year.
 *
 * @param useful what the reader had answered
 * @param text 1 to {@value #LIMIT} characters
 */
public record Remark(boolean useful, String text, Instant at) {

    /** The longest one. */
    public static final int LIMIT = 500;

    /** @throws IllegalArgumentException when the text is empty or too long */
    public Remark {
        text = Content.lines(text).strip();
        if (text.isEmpty() || Content.length(text) > LIMIT) {
            throw new IllegalArgumentException("A remark has 1 to " + LIMIT + " characters");
        }
    }
}
