package org.bluelamp.news.article;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no article with that id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchArticleException extends RuntimeException {

    NoSuchArticleException(ArticleId id) {
        super("There is no article " + id);
    }
}
