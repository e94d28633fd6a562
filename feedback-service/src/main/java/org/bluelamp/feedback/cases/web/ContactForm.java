package org.bluelamp.feedback.cases.web;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bluelamp.feedback.cases.ContactDraft;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.Traps;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A message as a browser sends it. The order is that of the page.
 *
 * @param message what the sender wrote
 * @param mail a mail address for the answer
 * @param telephone a telephone number for the answer
 * @param subject a field that people do not see; programs fill it in
 * @param opened when the form was first shown, in seconds since 1970
 * @param token random, the same however often this form is sent
 */
record ContactForm(String message, String mail, String telephone, String subject, String opened, String token) {

    private static final String ABOUT_ALERT = "About the alert ";
    private static final Pattern ALERT = Pattern.compile("[a-z]{3}-\\d{4}-\\d{4,9}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    /**
     * Takes what a browser sent. The sender's link is made of the token, so what is no token of ours gets a fresh one:
     * such a form is a message of its own each time.
     */
    ContactForm(
            @Nullable String message,
            @Nullable String mail,
            @Nullable String telephone,
            @Nullable String subject,
            @Nullable String opened,
            @Nullable String token) {
        this.message = Objects.requireNonNullElse(message, "");
        this.mail = Objects.requireNonNullElse(mail, "");
        this.telephone = Objects.requireNonNullElse(telephone, "");
        this.subject = Objects.requireNonNullElse(subject, "");
        this.opened = Objects.requireNonNullElse(opened, "");
        this.token = token != null && TOKEN.matcher(token).matches()
                ? token
                : UUID.randomUUID().toString();
    }

    /**
     * A form to fill in.
     *
     * @param alert the reference of an alert that the message answers; anything else is no alert
     */
    static ContactForm blank(Clock clock, String alert) {
        var message = ALERT.matcher(alert).matches() ? ABOUT_ALERT + alert + ":\n\n" : "";
        return new ContactForm(message, null, null, null, Traps.opened(clock), null);
    }

    ContactDraft draft(AreaCode area) {
        Kind kind = message.startsWith(ABOUT_ALERT) ? Kind.ALERT_REPLY : Kind.MESSAGE;
        return new ContactDraft(area, kind, message, mail, telephone);
    }

    /** Why to keep what was sent out of the working list; null when it looks as if a person sent it. */
    @Nullable
    SetAside suspicion(Clock clock) {
        return Traps.suspicion(subject, opened, clock);
    }

    /** Says nothing of what the sender wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ContactForm";
    }
}
