package org.bluelamp.news.article;

/** Hears of articles in the transaction in which readers come to see them otherwise. */
@FunctionalInterface
public interface ArticleListener {

    /**
     * An article was published, corrected, archived or withdrawn.
     *
     * @param article as it is from now on
     */
    void changed(Article article);
}
