package org.bluelamp.news.article;

/** Somebody changed the article since it was read; nothing was saved. */
public class StaleArticleException extends RuntimeException {

    private final ArticleId id;

    StaleArticleException(ArticleId id) {
        super("Article " + id + " was changed in the meantime");
        this.id = id;
    }

    /** Which article. */
    public ArticleId id() {
        return id;
    }
}
