package org.bluelamp.alerts.mail;

import java.util.Map;
import java.util.regex.Pattern;

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

    /** With them a name that somebody chose would turn the words of ours around that say whose it is. */
    private static final Pattern DIRECTION_MARKS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    public Mail {
        senderName = DIRECTION_MARKS.matcher(senderName).replaceAll("");
        subject = DIRECTION_MARKS.matcher(subject).replaceAll("");
        headers = Map.copyOf(headers);
    }
}
