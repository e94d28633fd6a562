package org.bluelamp.feedback.concern.web;

import java.util.Arrays;
import java.util.Objects;
import org.bluelamp.feedback.concern.State;
import org.bluelamp.feedback.submission.ListFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which concerns a member of staff looks for.
 *
 * @param theme code of a theme
 * @param order {@value #SUPPORTED}, or anything else for the newest first
 */
public record StaffFilter(
        @Nullable String area,
        @Nullable String theme,
        @Nullable String state,
        @Nullable String order,
        @Nullable String page,
        @Nullable String reference)
        implements ListFilter {

    /** The word for those that most people support first. */
    static final String SUPPORTED = "supported";

    boolean supported() {
        return SUPPORTED.equals(order);
    }

    String orderWord() {
        return supported() ? SUPPORTED : "";
    }

    @Nullable
    String themeCode() {
        return themeWord().isEmpty() ? null : themeWord();
    }

    @Nullable
    State onlyState() {
        return Arrays.stream(State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(null);
    }

    String themeWord() {
        return Objects.requireNonNullElse(theme, "");
    }
}
