package org.bluelamp.feedback.concern.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.Traps;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * The form as a browser sends it. The order is that of the page.
 *
 * @param themes codes of the themes ticked
 * @param text what is happening
 * @param place where
 * @param times when
 * @param effect code of how much it affects the resident
 * @param subject a field that people do not see; programs fill it in
 * @param opened when the form was first shown, in seconds since 1970
 * @param token random, the same however often this form is sent
 */
record ConcernForm(
        @Nullable List<String> themes,
        @Nullable String text,
        @Nullable String place,
        @Nullable String times,
        @Nullable String effect,
        @Nullable String subject,
        @Nullable String opened,
        @Nullable String token) {

    /** A form to fill in. */
    static ConcernForm blank(Clock clock) {
        return new ConcernForm(
                null,
                null,
                null,
                null,
                null,
                null,
                Traps.opened(clock),
                UUID.randomUUID().toString());
    }

    Draft draft(AreaCode area) {
        return new Draft(area, themes == null ? List.of() : themes, or(text), or(place), or(times), or(effect));
    }

    /** Why to keep what was sent out of the working list; null when it looks as if a person sent it. */
    @Nullable
    SetAside suspicion(Clock clock) {
        return Traps.suspicion(or(subject), or(opened), clock);
    }

    String writtenText() {
        return or(text);
    }

    String formToken() {
        return or(token);
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ConcernForm";
    }
}
