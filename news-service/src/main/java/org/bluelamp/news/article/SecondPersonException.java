package org.bluelamp.news.article;

/** The person may not publish the article alone; nothing was changed. The message tells them why. */
public class SecondPersonException extends RuntimeException {

    SecondPersonException(String reason) {
        super(reason);
    }
}
