package org.bluelamp.feedback.moderation.web;

import java.util.Objects;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A phrase to look for, as a browser sends it.
 *
 * @param kind {@code threat} or {@code block}
 * @param phrase the words
 */
record WordForm(String kind, String phrase) {

    /** Takes what a browser sent. */
    WordForm(@Nullable String kind, @Nullable String phrase) {
        this.kind = Objects.requireNonNullElse(kind, "");
        this.phrase = phrase == null ? "" : Typed.oneLine(phrase);
    }
}
