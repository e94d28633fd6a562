package org.bluelamp.alerts.cap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the tag of an answer from what it is made of, so that nothing is written for who has it. */
final class EntityTag {

    private EntityTag() {}

    /** The tag of what is wholly determined by the text. */
    static String of(String held) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(held.getBytes(StandardCharsets.UTF_8));
            // Weak: a strong one says "byte for byte", and the gateway would have to send the answer uncompressed.
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
