package org.bluelamp.news.article;

/** What was asked for is not possible in the article's present state; nothing was changed. */
public class WrongStateException extends RuntimeException {

    private final Article article;

    WrongStateException(Article article, String deed) {
        super("Article " + article.id() + " is " + article.state().code() + ", so it cannot be " + deed);
        this.article = article;
    }

    /** The article as it is. */
    public Article article() {
        return article;
    }
}
