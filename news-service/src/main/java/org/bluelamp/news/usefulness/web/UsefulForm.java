package org.bluelamp.news.usefulness.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Whether an article was useful, as a browser sent it. */
public record UsefulForm(String useful) {

    /** Takes what a browser sent. */
    public UsefulForm(@Nullable String useful) {
        this.useful = Objects.requireNonNullElse(useful, "");
    }

    /** Tells what is not right yet. */
    void check(Errors errors) {
        if (!isAnswer(useful)) {
            errors.rejectValue("useful", "NotBlank", "Say whether the article was useful");
        }
    }

    /** Whether it is one of the two answers. */
    static boolean isAnswer(@Nullable String text) {
        return "yes".equals(text) || "no".equals(text);
    }

    boolean yes() {
        return useful.equals("yes");
    }
}
