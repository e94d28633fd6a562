package org.bluelamp.feedback.moderation.web;

import java.util.Objects;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff decides about a concern, as a browser sends it.
 *
 * @param decision {@code show} or {@code keep-back}
 * @param text the words that everybody may read
 * @param reason word of why it is kept back
 * @param note for colleagues
 */
record ModerationForm(String decision, String text, String reason, String note) {

    static final int LONGEST_NOTE = 1000;

    /** Takes what a browser sent. */
    ModerationForm(@Nullable String decision, @Nullable String text, @Nullable String reason, @Nullable String note) {
        this.decision = Objects.requireNonNullElse(decision, "");
        this.text = text == null ? "" : Typed.clean(text).strip();
        this.reason = Objects.requireNonNullElse(reason, "");
        this.note = note == null ? "" : Typed.clean(note).strip();
    }

    /** Says nothing of what was written, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ModerationForm";
    }
}
