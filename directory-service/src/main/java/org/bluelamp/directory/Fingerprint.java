package org.bluelamp.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A short text that is the same for values that say the same, on every replica. A form carries it of what was shown, so
 * that a later change by somebody else is noticed.
 */
public final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    /** @param value a record of records, texts, numbers, dates and sorted collections: of what has a stable text */
    public static String of(Object value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(value.toString().getBytes(StandardCharsets.UTF_8));
            byte[] start = new byte[BYTES];
            System.arraycopy(digest, 0, start, 0, BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
