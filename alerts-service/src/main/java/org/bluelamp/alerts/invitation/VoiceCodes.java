package org.bluelamp.alerts.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the codes of a round: HMAC-SHA256 of the round, its salt and the subscriber. So a mail that is sent twice holds
 * the same code, and no code is kept anywhere. Without the key, which is in no database, nobody can make one; without the
 * salt, which is deleted when the round closes, not even who has the key.
 */
public final class VoiceCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final byte[] PURPOSE = "voice code of a round, version 1".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    /** @throws IllegalArgumentException when the key has fewer than 32 bytes */
    public VoiceCodes(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("LINK_KEY needs keys of 32 bytes or more");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The code of a subscriber in a round, for example {@code 7K3M-Q9TF-22VX}. */
    String code(UUID round, byte[] salt, UUID subscriber) {
        byte[] random;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            mac.update(bytes(round));
            mac.update(salt);
            random = mac.doFinal(bytes(subscriber));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
        StringBuilder code = new StringBuilder(LENGTH + 2);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            // 32 letters divide 256 evenly, so each is as likely as the others.
            code.append(ALPHABET.charAt(random[i] & 31));
        }
        return code.toString();
    }

    /**
     * By what feedback-service knows a code: SHA-256 of the word "voice", the round and the code, each with its length and
     * a colon before it.
     */
    static String hash(UUID round, String code) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {"voice", round.toString(), code}) {
                sha.update((part.length() + ":" + part).getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
