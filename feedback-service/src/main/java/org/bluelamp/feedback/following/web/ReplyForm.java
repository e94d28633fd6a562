package org.bluelamp.feedback.following.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a case writes afterwards, as a browser sends it.
 *
 * @param way word of what they want
 * @param text the words
 * @param token random, the same however often this form is sent
 */
record ReplyForm(String way, String text, String token) {

    /** Takes what a browser sent. */
    ReplyForm(@Nullable String way, @Nullable String text, @Nullable String token) {
        this.way = Objects.requireNonNullElse(way, "");
        this.text = text == null ? "" : Typed.clean(text).strip();
        this.token = token == null || token.isBlank() ? UUID.randomUUID().toString() : token;
    }

    static ReplyForm blank() {
        return new ReplyForm(null, null, null);
    }

    Entry.@Nullable Kind kind() {
        return Arrays.stream(Entry.Kind.values())
                .filter(Entry.Kind::ofSender)
                .filter(one -> FollowedPage.word(one).equals(way))
                .findFirst()
                .orElse(null);
    }

    /** Says nothing of what was written, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ReplyForm";
    }
}
