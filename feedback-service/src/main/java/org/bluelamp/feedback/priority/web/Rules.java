package org.bluelamp.feedback.priority.web;

import org.bluelamp.feedback.priority.Text;
import org.bluelamp.feedback.submission.Typed;
import org.springframework.validation.Errors;

/** What forms say about texts that are missing or too long. */
final class Rules {

    private Rules() {}

    static void check(Errors errors, String field, Text text, String typed, String missing) {
        int length = Typed.length(text.tidy(typed));
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", missing);
        } else if (length > text.limit()) {
            tooLong(errors, field, text, typed);
        }
    }

    static void tooLong(Errors errors, String field, Text text, String typed) {
        errors.rejectValue(
                field,
                "Size",
                "Shorten this to %,d characters or fewer. You have used %,d"
                        .formatted(text.limit(), Typed.length(text.tidy(typed))));
    }
}
