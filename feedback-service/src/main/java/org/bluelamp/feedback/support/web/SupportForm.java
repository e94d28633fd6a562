package org.bluelamp.feedback.support.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form with which somebody supports with a code.
 *
 * @param code the code as typed
 * @param token random, the same however often this form is sent
 */
record SupportForm(String code, String token) {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    /** Takes what a browser sent. */
    SupportForm(@Nullable String code, @Nullable String token) {
        this.code = code == null ? "" : code;
        this.token = token != null && TOKEN.matcher(token).matches()
                ? token
                : UUID.randomUUID().toString();
    }

    static SupportForm blank() {
        return new SupportForm(null, null);
    }

    /** Says nothing of the code, for who knows it can use it. */
    @Override
    public String toString() {
        return "SupportForm";
    }
}
