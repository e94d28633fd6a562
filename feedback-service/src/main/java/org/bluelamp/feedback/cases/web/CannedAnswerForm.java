package org.bluelamp.feedback.cases.web;

import java.util.Objects;
import org.bluelamp.feedback.cases.CannedAnswer;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.submission.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A canned answer as a browser sends it.
 *
 * @param area code of the area whose it is
 * @param title what it is for
 * @param text the words
 */
record CannedAnswerForm(String area, String title, String text) {

    /** Takes what a browser sent. */
    CannedAnswerForm(@Nullable String area, @Nullable String title, @Nullable String text) {
        this.area = Objects.requireNonNullElse(area, "");
        this.title = title == null ? "" : Typed.oneLine(title);
        this.text = text == null ? "" : Typed.clean(text).strip();
    }

    static CannedAnswerForm of(CannedAnswer answer) {
        return new CannedAnswerForm(answer.area().value(), answer.title(), answer.text());
    }

    void check(Errors errors) {
        check(errors, "title", title, CannedAnswer.LONGEST_TITLE, "Write what it is for");
        check(errors, "text", text, Entry.LONGEST, "Write the words");
    }

    private static void check(Errors errors, String field, String value, int longest, String missing) {
        int length = Typed.length(value);
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", missing);
        } else if (length > longest) {
            errors.rejectValue(
                    field,
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d".formatted(longest, length));
        }
    }
}
