package org.bluelamp.alerts.mail;

import java.util.Map;

/**
 * A mail that is ready but for whom it goes to.
 *
 * @param senderName who it is from, in people's words
 * @param subject the subject line
 * @param text the whole mail as plain text
 * @param html the whole mail as a small HTML page
 * @param headers further headers by name, ASCII only
 */
public record Mail(String senderName, String subject, String text, String html, Map<String, String> headers) {

    public Mail {
        headers = Map.copyOf(headers);
    }
}
