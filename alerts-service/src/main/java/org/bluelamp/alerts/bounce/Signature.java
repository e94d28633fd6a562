package org.bluelamp.alerts.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tells who sent a report: {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hex>}. The time keeps a report
 * from being sent again later by somebody who saw it.
 */
@Component
public class Signature {

    private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,11}),v1=([0-9a-f]{64})");

    private final BounceSettings settings;
    private final Clock clock;

    Signature(BounceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the signature is that of this body, by our key, now. Nothing is without a key. */
    public boolean isOf(byte[] body, String signature) {
        var shape = SHAPE.matcher(signature);
        if (settings.key().isEmpty() || !shape.matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(shape.group(1))), clock.instant());
        return age.abs().compareTo(settings.validFor()) <= 0
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(shape.group(2)), code(settings.key(), shape.group(1), body));
    }

    static byte[] code(String key, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
