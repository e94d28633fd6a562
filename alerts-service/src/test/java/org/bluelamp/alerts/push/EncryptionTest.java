package org.bluelamp.alerts.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By the examples of the standards, and by another library. */
class EncryptionTest {

    @Test
    void the_example_of_rfc_8291_comes_out_byte_by_byte() throws Exception {
        var own = new KeyPair(
                Encryption.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(
                                new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), curve())));
        var body = Encryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                bytes("BTBZMqHH6r4Tts7J_aSIgg"),
                own,
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void a_token_says_who_we_are_to_one_service_for_half_a_day() throws Exception {
        var keys = Encryption.fresh();
        var vapid = new Vapid(settings(keys, "mailto:alerts@bluelamp.example"));
        var now = Instant.parse("2026-03-01T10:00:00Z");
        var header = vapid.authorization(URI.create("https://push.example/send/abc?x=1"), now);
        var token = SignedJWT.parse(header.replaceFirst("^vapid t=", "").replaceFirst(", k=.*", ""));
        assertThat(token.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://push.example");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mailto:alerts@bluelamp.example");
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(now.plus(Duration.ofHours(12)));
        assertThat(Encryption.publicKey(bytes(header.replaceFirst(".*, k=", ""))))
                .isEqualTo(keys.getPublic());
    }

    @Test
    void keys_that_cannot_be_used_stop_the_start_and_are_not_told() {
        var one = Encryption.fresh();
        var other = new KeyPair(Encryption.fresh().getPublic(), one.getPrivate());
        for (var settings : List.of(
                settings(other, "mailto:a@b.example"),
                new PushSettings("AAAA", "AAAA", "mailto:a@b.example", List.of(), Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> new Vapid(settings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("VAPID_KEY")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> new Vapid(settings(one, "alerts"))).hasMessageStartingWith("VAPID_CONTACT");
        assertThatThrownBy(() -> Encryption.publicKey(new byte[65])).isInstanceOf(GeneralSecurityException.class);
        var beside = new byte[65];
        beside[0] = 4;
        beside[64] = 1;
        assertThatThrownBy(() -> Encryption.publicKey(beside)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void only_push_services_of_browsers_are_called() {
        var settings = new PushSettings(
                "",
                "",
                "",
                List.of("https://fcm.googleapis.com", "https://*.push.services.mozilla.com"),
                Duration.ofSeconds(1));
        for (var good : List.of(
                "https://fcm.googleapis.com/fcm/send/a", "https://updates.push.services.mozilla.com/wpush/v2/a")) {
            assertThat(settings.allows(URI.create(good))).as(good).isTrue();
        }
        for (var bad : List.of(
                "http://fcm.googleapis.com/a",
                "https://fcm.googleapis.com:8443/a",
                "https://fcm.googleapis.com.example/a",
                "https://fcmxgoogleapis.com/a",
                "https://push.services.mozilla.com.example/a",
                "https://evil.example/.push.services.mozilla.com",
                "https://me@fcm.googleapis.com/a",
                "https://127.0.0.1/a",
                "mailto:a@fcm.googleapis.com")) {
            assertThat(settings.allows(URI.create(bad))).as(bad).isFalse();
        }
    }

    static PushSettings settings(KeyPair keys, String contact, String... services) {
        return new PushSettings(
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                contact,
                List.of(services),
                Duration.ofMillis(500));
    }

    private static ECParameterSpec curve() throws Exception {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
