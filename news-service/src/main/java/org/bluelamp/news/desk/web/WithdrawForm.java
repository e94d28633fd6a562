package org.bluelamp.news.desk.web;

import java.util.Objects;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Why an article is withdrawn, as it was typed. */
public record WithdrawForm(String reason) {

    /** Takes what a browser sent. */
    public WithdrawForm(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    /** Tells what is not right yet. */
    void check(Errors errors) {
        int length = Content.length(Content.oneLine(reason));
        if (length == 0) {
            errors.rejectValue("reason", "NotBlank", "Enter why the article is withdrawn");
        } else if (length > Withdrawal.REASON_LIMIT) {
            errors.rejectValue(
                    "reason", "Size", "Shorten the reason to at most " + Withdrawal.REASON_LIMIT + " characters");
        }
    }
}
