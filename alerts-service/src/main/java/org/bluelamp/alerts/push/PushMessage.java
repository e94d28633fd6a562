package org.bluelamp.alerts.push;

/**
 * What a notification says. It is encrypted for the browser; the push service between reads nothing of it.
 *
 * @param title the first line
 * @param body the rest
 * @param url the page that it opens
 * @param tag what it is about: a later one with the same tag takes its place on the screen
 */
public record PushMessage(String title, String body, String url, String tag) {

    private static final int LONGEST = 400;

    public PushMessage {
        title = shortened(title);
        body = shortened(body);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
