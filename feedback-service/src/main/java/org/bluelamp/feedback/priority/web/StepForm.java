package org.bluelamp.feedback.priority.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Step}'s question, as it was typed. */
public record StepForm(String text) {

    /** Takes what a browser sent. */
    public StepForm(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }
}
