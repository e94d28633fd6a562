package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * What a coordinator wants to write to their scheme.
 *
 * @param heading a line
 * @param body what it says
 */
record SchemeMessageForm(@Nullable String heading, @Nullable String body) {

    static final SchemeMessageForm BLANK = new SchemeMessageForm("", "");
}
