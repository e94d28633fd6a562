package org.bluelamp.alerts.alert.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Whether an alert was useful, as a browser sent it. */
public record UsefulForm(String useful) {

    /** Takes what a browser sent. */
    public UsefulForm(@Nullable String useful) {
        this.useful = Objects.requireNonNullElse(useful, "");
    }

    /** Tells what is not right yet. */
    void check(Errors errors) {
        if (!useful.equals("yes") && !useful.equals("no")) {
            errors.rejectValue("useful", "NotBlank", "Say whether the alert was useful");
        }
    }

    boolean yes() {
        return useful.equals("yes");
    }
}
