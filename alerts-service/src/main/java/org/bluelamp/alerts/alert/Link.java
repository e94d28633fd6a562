package org.bluelamp.alerts.alert;

import java.net.URI;

/**
 * A page or a file that belongs to an alert.
 *
 * @param title what it is, in words
 * @param url http or https
 */
public record Link(String title, String url) {

    /** How long a title may be. */
    public static final int TITLE_LIMIT = 120;

    /** How long an address may be. */
    public static final int URL_LIMIT = 500;

    /** @throws IllegalArgumentException when it leads nowhere */
    public Link {
        title = title.strip();
        url = url.strip();
        if (title.isEmpty() || title.length() > TITLE_LIMIT || url.length() > URL_LIMIT || !isAddress(url)) {
            throw new IllegalArgumentException("A link has a title and an address that begins with https://");
        }
    }

    private static boolean isAddress(String url) {
        try {
            var uri = URI.create(url);
            return url.matches("https?://.+") && uri.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
