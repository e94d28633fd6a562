package org.bluelamp.feedback.cases.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What staff do about a case, as a browser sends it; each page asks for some of it.
 *
 * @param to code of the neighbourhood that it is handed over to, id of the colleague who takes it, or reference of the
 *     case that it is answered with, or {@value #OTHER} for the one that was typed
 * @param typed reference of another case than those that were offered
 * @param reason word of the reason for closing
 * @param text an answer, a note, a part, or why it is handed over or merged
 * @param canned id of a canned answer to begin with
 * @param fill not empty when the canned answer shall be filled in and nothing be sent yet
 * @param token random, the same however often this form is sent
 */
record DeedForm(String to, String typed, String reason, String text, String canned, String fill, String token) {

    /** What is chosen when none of those offered is meant. */
    static final String OTHER = "other";

    /** Takes what a browser sent. */
    DeedForm(
            @Nullable String to,
            @Nullable String typed,
            @Nullable String reason,
            @Nullable String text,
            @Nullable String canned,
            @Nullable String fill,
            @Nullable String token) {
        this.to = Objects.requireNonNullElse(to, "");
        this.typed = Objects.requireNonNullElse(typed, "");
        this.reason = Objects.requireNonNullElse(reason, "");
        this.text = text == null ? "" : Typed.clean(text).strip();
        this.canned = Objects.requireNonNullElse(canned, "");
        this.fill = Objects.requireNonNullElse(fill, "");
        this.token = token == null || token.isBlank() ? UUID.randomUUID().toString() : token;
    }

    static DeedForm blank() {
        return new DeedForm(null, null, null, null, null, null, null);
    }

    /** With other words to begin with. */
    DeedForm saying(String words) {
        return new DeedForm(to, typed, reason, words, "", "", token);
    }

    /** With somebody or something chosen already. */
    DeedForm to(String chosen) {
        return new DeedForm(chosen, typed, reason, text, canned, fill, token);
    }

    /** The field that names the other case. */
    String intoField() {
        return to.equals(OTHER) ? "typed" : "to";
    }

    /** The other case; empty when none is named. */
    Optional<Reference> into() {
        return Reference.read(to.equals(OTHER) ? typed : to);
    }

    void checkText(Errors errors, String missing) {
        int length = Typed.length(text);
        if (length == 0) {
            errors.rejectValue("text", "NotBlank", missing);
        } else if (length > Entry.LONGEST) {
            errors.rejectValue(
                    "text",
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d".formatted(Entry.LONGEST, length));
        }
    }

    /** Says nothing of what was written, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "DeedForm";
    }
}
