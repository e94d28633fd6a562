package org.bluelamp.feedback.leaving.web;

import java.util.Objects;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody takes along and why, as it was typed.
 *
 * @param reason why
 * @param contacts {@code yes} for how senders of open cases can be reached
 */
public record LeavingForm(String reason, String contacts) {

    /** The longest reason, in characters. */
    static final int LONGEST = 500;

    /** Takes what a browser sent. */
    public LeavingForm(@Nullable String reason, @Nullable String contacts) {
        this.reason = Typed.clean(Objects.requireNonNullElse(reason, "")).strip();
        this.contacts = Objects.requireNonNullElse(contacts, "");
    }

    static LeavingForm blank() {
        return new LeavingForm(null, null);
    }

    boolean withContacts() {
        return contacts.equals("yes");
    }

    void check(Errors errors) {
        int length = Typed.length(reason);
        if (length == 0) {
            errors.rejectValue("reason", "NotBlank", "Enter why you take it");
        } else if (length > LONGEST) {
            errors.rejectValue(
                    "reason",
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d".formatted(LONGEST, length));
        }
    }
}
