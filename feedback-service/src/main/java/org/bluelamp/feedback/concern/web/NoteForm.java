package org.bluelamp.feedback.concern.web;

import java.util.UUID;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A note on a concern as a browser sends it.
 *
 * @param text the note
 * @param token random, the same however often this form is sent
 */
record NoteForm(@Nullable String text, @Nullable String token) {

    static NoteForm blank() {
        return new NoteForm(null, UUID.randomUUID().toString());
    }

    /** The note, in the shape the database can hold. */
    String note() {
        return text == null ? "" : Typed.clean(text).strip();
    }

    String formToken() {
        return token == null ? "" : token;
    }

    /** Says nothing of what was written, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "NoteForm";
    }
}
