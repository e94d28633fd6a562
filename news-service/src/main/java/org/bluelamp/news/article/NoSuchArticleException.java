package org.bluelamp.news.article;

/** There is no article with that id. */
public class NoSuchArticleException extends RuntimeException {

    NoSuchArticleException(ArticleId id) {
        super("There is no article " + id);
    }
}
