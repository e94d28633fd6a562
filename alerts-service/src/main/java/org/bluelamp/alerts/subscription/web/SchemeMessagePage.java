package org.bluelamp.alerts.subscription.web;

import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which a coordinator asks for a link to write, and the one behind that link.
 *
 * @param members how many will get it, in words
 * @param send where to send the message to; null where a link has to be mailed first
 * @param ask where to ask for a link
 * @param typed whether somebody typed something that must not be lost
 * @param back the page of all schemes; null for who may not see it
 */
public record SchemeMessagePage(
        String members,
        @Nullable String send,
        String ask,
        boolean typed,
        @Nullable String back,
        Form form) {}
