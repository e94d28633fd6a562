package org.bluelamp.feedback.cases.web;

import java.util.Objects;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody is away and who covers, as a browser sends it.
 *
 * @param until the last day
 * @param cover id of the colleague
 */
record CoverForm(DateBoxes until, String cover) {

    /** Takes what a browser sent. */
    CoverForm(@Nullable DateBoxes until, @Nullable String cover) {
        this.until = Objects.requireNonNullElse(until, DateBoxes.EMPTY);
        this.cover = Objects.requireNonNullElse(cover, "");
    }
}
