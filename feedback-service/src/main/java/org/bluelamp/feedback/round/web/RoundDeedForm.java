package org.bluelamp.feedback.round.web;

import java.util.Objects;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to end a round at once or on another day.
 *
 * @param last the new last day
 * @param reason why it ends at once
 */
public record RoundDeedForm(DateBoxes last, String reason) {

    /** The longest reason, in characters as people count them. */
    public static final int LONGEST_REASON = 300;

    /** Takes what a browser sent. */
    public RoundDeedForm(@Nullable DateBoxes last, @Nullable String reason) {
        this.last = Objects.requireNonNullElse(last, DateBoxes.EMPTY);
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}
