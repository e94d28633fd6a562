package org.bluelamp.feedback.concern.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bluelamp.feedback.cases.Reaching;
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
 * @param mail a mail address for the answer
 * @param telephone a telephone number for the answer
 * @param subject a field that people do not see; programs fill it in
 * @param opened when the form was first shown, in seconds since 1970
 * @param token random, the same however often this form is sent
 */
record ConcernForm(
        List<String> themes,
        String text,
        String place,
        String times,
        String effect,
        String mail,
        String telephone,
        String subject,
        String opened,
        String token) {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    /**
     * Takes what a browser sent. The sender's link is made of the token, so what is no token of ours gets a fresh one:
     * such a form is a concern of its own each time.
     */
    ConcernForm(
            @Nullable List<String> themes,
            @Nullable String text,
            @Nullable String place,
            @Nullable String times,
            @Nullable String effect,
            @Nullable String mail,
            @Nullable String telephone,
            @Nullable String subject,
            @Nullable String opened,
            @Nullable String token) {
        this.themes = themes == null ? List.of() : themes;
        this.text = or(text);
        this.place = or(place);
        this.times = or(times);
        this.effect = or(effect);
        this.mail = or(mail);
        this.telephone = or(telephone);
        this.subject = or(subject);
        this.opened = or(opened);
        this.token = token != null && TOKEN.matcher(token).matches()
                ? token
                : UUID.randomUUID().toString();
    }

    /** A form to fill in. */
    static ConcernForm blank(Clock clock) {
        return new ConcernForm(null, null, null, null, null, null, null, null, Traps.opened(clock), null);
    }

    Draft draft(AreaCode area) {
        return new Draft(area, themes, text, place, times, effect);
    }

    Reaching reaching() {
        return new Reaching(mail, telephone);
    }

    /** Why to keep what was sent out of the working list; null when it looks as if a person sent it. */
    @Nullable
    SetAside suspicion(Clock clock) {
        return Traps.suspicion(subject, opened, clock);
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
