package org.bluelamp.alerts.alert.web;

import java.util.Objects;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Why an alert is called back, as a browser sent it. */
public record CancelForm(String reason) {

    /** Takes what a browser sent. */
    public CancelForm(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    /** Tells what is not right yet. */
    void check(Errors errors) {
        var length = Content.length(Content.lines(reason));
        if (length == 0) {
            errors.rejectValue("reason", "NotBlank", "Say why the alert is called back");
        } else if (length > Message.REASON_LIMIT) {
            errors.rejectValue(
                    "reason", "Size", "Shorten the reason to at most " + Message.REASON_LIMIT + " characters");
        }
    }
}
