package org.bluelamp.news.usefulness.web;

import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Thanks to a reader, who may say more.
 *
 * @param answer {@code yes} or {@code no}; null when nothing more is asked
 * @param article where it is read
 */
public record ThanksPage(@Nullable String answer, String article, String action, Form form) {

    /** What is asked further. */
    public String question() {
        return "yes".equals(answer) ? "What was good about it?" : "What was missing or wrong?";
    }
}
