package org.bluelamp.alerts.alert.web;

import org.bluelamp.alerts.push.PushMessage;
import org.jspecify.annotations.Nullable;

/**
 * An alert as people get it.
 *
 * @param text the whole of the email
 * @param sms the whole of the text message; null when none is sent
 * @param parts as how many parts that is sent and paid
 * @param notification what a browser shows; null when none is told
 * @param back to the alert
 */
public record EmailPage(
        String sender,
        String subject,
        String text,
        @Nullable String sms,
        int parts,
        @Nullable PushMessage notification,
        String back) {}
