package org.bluelamp.alerts.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the tokens in links of mails. A token carries its purpose, a subject, a scope and, where it has one,
 * its end, and is signed with HMAC-SHA256, so that nothing needs storing and nobody can make one up.
 *
 * <p>The first key signs; every key is accepted when reading, so that a key can be replaced while the unsubscribe links
 * of years of mails go on working. Tokens are secrets: never log one.
 */
public final class SignedLinks {

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 1 + 16 + 8;
    /** 128 bits of the code are kept: enough against forging, and links stay short. */
    private static final int SIGNATURE = 16;

    private static final int LONGEST = 200;

    private final List<SecretKey> keys;
    private final Clock clock;

    /**
     * @param keys at least one key of at least 32 bytes, the signing one first
     * @throws IllegalArgumentException when a key is missing or too short
     */
    public SignedLinks(List<byte[]> keys, Clock clock) {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length < 32)) {
            throw new IllegalArgumentException("LINK_KEY needs at least one base64 key of 32 bytes or more");
        }
        this.keys = keys.stream()
                .map(key -> (SecretKey) new SecretKeySpec(key, "HmacSHA256"))
                .toList();
        this.clock = clock;
    }

    /**
     * A token for a link.
     *
     * @param scope ASCII, at most 40 characters; may be empty
     * @param expires when the link stops working; null for never
     */
    public String sign(LinkPurpose purpose, UUID subject, String scope, @Nullable Instant expires) {
        var scopeBytes = scope.getBytes(StandardCharsets.US_ASCII);
        var payload = ByteBuffer.allocate(HEAD + scopeBytes.length)
                .put(VERSION)
                .put(purpose.code())
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putLong(expires == null ? 0 : expires.getEpochSecond())
                .put(scopeBytes)
                .array();
        var token = ByteBuffer.allocate(payload.length + SIGNATURE)
                .put(payload)
                .put(signature(keys.getFirst(), payload))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Reads a token that somebody presented for a purpose. */
    public LinkReading read(LinkPurpose purpose, String token) {
        byte[] bytes;
        try {
            bytes = token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new LinkReading.Forged();
        }
        if (bytes.length < HEAD + SIGNATURE) {
            return new LinkReading.Forged();
        }
        var payload = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
        var signature = Arrays.copyOfRange(bytes, bytes.length - SIGNATURE, bytes.length);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(signature, signature(key, payload)))
                || payload[0] != VERSION
                || payload[1] != purpose.code()) {
            return new LinkReading.Forged();
        }
        var reader = ByteBuffer.wrap(payload, 2, payload.length - 2);
        var subject = new UUID(reader.getLong(), reader.getLong());
        var expires = reader.getLong();
        if (expires != 0 && !clock.instant().isBefore(Instant.ofEpochSecond(expires))) {
            return new LinkReading.Expired();
        }
        return new LinkReading.Valid(
                subject, new String(payload, HEAD, payload.length - HEAD, StandardCharsets.US_ASCII));
    }

    private static byte[] signature(SecretKey key, byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
