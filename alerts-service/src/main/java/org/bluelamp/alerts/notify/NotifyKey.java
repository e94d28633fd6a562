package org.bluelamp.alerts.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An API key of Notify and the tokens made with it: JSON Web Tokens with HS256 that say who we are and when, good for
 * half a minute ("Authorisation header" of Notify's API documentation).
 */
final class NotifyKey {

    private static final int UUID_LENGTH = 36;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

    private final UUID service;
    private final SecretKeySpec secret;

    /**
     * @param key a name, the service's id and the secret, with hyphens between
     * @throws IllegalArgumentException when it is none; the message holds nothing of it
     */
    NotifyKey(String key) {
        try {
            var secretAt = key.length() - UUID_LENGTH;
            var serviceAt = secretAt - 1 - UUID_LENGTH;
            this.service = UUID.fromString(key.substring(serviceAt, secretAt - 1));
            var uuid = UUID.fromString(key.substring(secretAt)).toString();
            this.secret = new SecretKeySpec(uuid.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAKey) {
            throw new IllegalArgumentException("NOTIFY_KEY is not an API key of GOV.UK Notify");
        }
    }

    String token(Instant now) {
        var signed = HEADER + "." + encode("{\"iss\":\"" + service + "\",\"iat\":" + now.getEpochSecond() + "}");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }
}
