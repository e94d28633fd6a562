package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * The form for mails about what somebody told the police, as it was sent.
 *
 * @param address where mail is to go
 * @param link the secret of their own link
 * @param opened when the form was opened, signed
 * @param website a field that people do not see and programs fill in
 * @param proof what a script worked out, where that was asked
 */
record CaseNewsForm(
        @Nullable String address,
        @Nullable String link,
        @Nullable String opened,
        @Nullable String website,
        @Nullable String proof) {

    /** Says nothing of it, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "CaseNewsForm";
    }
}
