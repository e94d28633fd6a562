package org.bluelamp.news.usefulness.web;

import java.util.Objects;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.usefulness.Remark;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a reader adds, as a browser sent it. */
public record RemarkForm(String useful, String text) {

    /** Takes what a browser sent. */
    public RemarkForm(@Nullable String useful, @Nullable String text) {
        this.useful = "yes".equals(useful) ? "yes" : "no";
        this.text = Objects.requireNonNullElse(text, "");
    }

    /** Tells what is not right yet. */
    void check(Errors errors) {
        int length = Content.length(Content.lines(text).strip());
        if (length == 0) {
            errors.rejectValue("text", "NotBlank", "Write something, or go back to the article");
        } else if (length > Remark.LIMIT) {
            errors.rejectValue("text", "Size", "Shorten it to at most " + Remark.LIMIT + " characters");
        }
    }

    boolean yes() {
        return useful.equals("yes");
    }
}
