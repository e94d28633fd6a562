package org.bluelamp.local.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that was caught.
 *
 * @param id counted from 1 in the order of arrival
 * @param receivedAt when it was caught
 * @param from the sender as shown
 * @param to the address it was delivered to
 * @param subject decoded
 * @param headers every value of every header, decoded, by the name in lower case
 * @param text the plain text part; empty when there is none
 * @param html the HTML part; empty when there is none
 */
public record Mail(
        long id,
        Instant receivedAt,
        String from,
        String to,
        String subject,
        Map<String, List<String>> headers,
        String text,
        String html) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
