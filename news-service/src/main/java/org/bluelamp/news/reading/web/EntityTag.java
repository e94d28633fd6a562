package org.bluelamp.news.reading.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.bluelamp.news.reading.Headline;

/**
 * Makes the tag of an answer from what it is made of, so that nothing is rendered for who has it. A time of last change
 * would not do for a list: a withdrawal leaves older articles only.
 */
final class EntityTag {

    private EntityTag() {}

    /**
     * The tag of a list.
     *
     * @param form changes with how the list is written
     * @param headlines what it holds, in order
     */
    static String of(String form, Collection<Headline> headlines) {
        StringBuilder held = new StringBuilder(form);
        headlines.forEach(
                headline -> held.append(' ').append(headline.id()).append('.').append(headline.version()));
        return of(held.toString());
    }

    /** The tag of what is wholly determined by the text. */
    static String of(String held) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(held.getBytes(StandardCharsets.UTF_8));
            // Weak: a strong one says "byte for byte", and the gateway would have to send the answer uncompressed.
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
