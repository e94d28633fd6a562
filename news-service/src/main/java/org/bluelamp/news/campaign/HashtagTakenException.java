package org.bluelamp.news.campaign;

import org.bluelamp.news.article.Campaign;

/** Another campaign has the hashtag; nothing was saved. */
public class HashtagTakenException extends RuntimeException {

    HashtagTakenException(Campaign hashtag, Throwable cause) {
        super(hashtag + " belongs to another campaign", cause);
    }
}
