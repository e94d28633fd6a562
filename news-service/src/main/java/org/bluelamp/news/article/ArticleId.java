package org.bluelamp.news.article;

import java.util.UUID;

/** The id of an article, the same for ever and in every service; addresses use the {@link Slug} instead. */
public record ArticleId(UUID value) {

    /** An id nobody has. */
    public static ArticleId next() {
        return new ArticleId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static ArticleId of(String text) {
        return new ArticleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
