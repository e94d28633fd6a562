package org.bluelamp.news.article;

import java.time.Instant;

/**
 * That an article was taken back.
 *
 * @param at when
 * @param by who did it
 * @param reason why, told to readers who come by; one line, 1 to {@value #REASON_LIMIT} characters
 */
public record Withdrawal(Instant at, Author by, String reason) {

    /** The longest reason. */
    public static final int REASON_LIMIT = 300;

    /** @throws IllegalArgumentException when the reason is empty or too long */
    public Withdrawal {
        reason = Content.oneLine(reason);
        if (reason.isEmpty() || Content.length(reason) > REASON_LIMIT) {
            throw new IllegalArgumentException("The reason has 1 to " + REASON_LIMIT + " characters");
        }
    }
}
