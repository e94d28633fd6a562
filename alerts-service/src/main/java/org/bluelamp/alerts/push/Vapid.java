package org.bluelamp.alerts.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says to a push service who we are: a token signed with our key, for that service and half a day (RFC 8292). */
final class Vapid {

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String publicKey;
    private final String contact;

    /** @throws IllegalArgumentException when the keys cannot be used; the message holds nothing of them */
    Vapid(PushSettings settings) {
        this.contact = settings.contact();
        if (!contact.matches("(mailto:|https://).+")) {
            throw new IllegalArgumentException("VAPID_CONTACT begins with mailto: or https://");
        }
        try {
            var factory = KeyFactory.getInstance("EC");
            this.key = factory.generatePrivate(new PKCS8EncodedKeySpec(decode(settings.key())));
            var open = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(decode(settings.publicKey())));
            this.publicKey = BASE64.encodeToString(Encryption.uncompressed(open));
            requirePair(open);
        } catch (GeneralSecurityException | RuntimeException unusable) {
            throw new IllegalArgumentException("VAPID_KEY and VAPID_PUBLIC are no pair of P-256 keys in base64");
        }
    }

    private void requirePair(ECPublicKey open) throws GeneralSecurityException {
        var probe = "probe".getBytes(StandardCharsets.US_ASCII);
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key);
        signer.update(probe);
        var signature = signer.sign();
        signer.initVerify(open);
        signer.update(probe);
        if (!signer.verify(signature)) {
            throw new GeneralSecurityException("No pair");
        }
    }

    /** The public key as browsers want it. */
    String publicKey() {
        return publicKey;
    }

    /** What goes into {@code Authorization} for an address of a push service. */
    String authorization(URI endpoint, Instant now) {
        var audience = endpoint.resolve("/").toString().replaceAll("/$", "");
        var signed = encode("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "."
                + encode("{\"aud\":\"" + audience + "\",\"exp\":"
                        + now.plus(GOOD_FOR).getEpochSecond() + ",\"sub\":\"" + contact + "\"}");
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + BASE64.encodeToString(signer.sign()) + ", k=" + publicKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java signs with P-256", e);
        }
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }
}
