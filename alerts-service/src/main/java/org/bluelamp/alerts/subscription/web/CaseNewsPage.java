package org.bluelamp.alerts.subscription.web;

import java.time.Duration;
import org.bluelamp.alerts.link.CaseLink;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the form for mails about a case shows.
 *
 * @param link the reader's own
 * @param wording what they agree to
 * @param opened when it was opened, signed
 * @param proof how many bits a script is to work for; null when none are asked
 */
public record CaseNewsPage(
        Form form,
        CaseLink link,
        String wording,
        String opened,
        @Nullable Integer proof) {

    /** That a mail was sent, perhaps. */
    public record Sent(Duration confirmWithin, int mailsPerDay) {}

    /** A page behind a link in a mail. */
    public record Behind(String token, String wording) {}

    /** That mails go out from now on. */
    public record Confirmed(@Nullable CaseLink link) {}
}
