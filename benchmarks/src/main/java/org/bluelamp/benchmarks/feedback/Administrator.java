package org.bluelamp.benchmarks.feedback;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * An administrator of the force with a token of its own issuer, because the service runs here without Keycloak: it checks
 * the token as it checks every other.
 */
final class Administrator implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final HttpServer server;

    Administrator() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] set = """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"bench","n":"%s","e":"%s"}]}""".formatted(number(key.getModulus()), number(key.getPublicExponent()))
                .getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
    }

    /** What the service is told of the issuer. */
    Map<String, String> environment() {
        return Map.of("KEYCLOAK_ISSUER", issuer(), "KEYCLOAK_JWKS_URL", issuer() + "/protocol/openid-connect/certs");
    }

    /** The header that a request carries, good for an hour. */
    String authorization() throws GeneralSecurityException {
        Instant now = Instant.now();
        String signed = base64("""
                {"alg":"RS256","typ":"JWT","kid":"bench"}""") + "."
                + base64("""
                {"iss":"%s","aud":"bluelamp-services","sub":"ada","name":"Ada","iat":%d,"exp":%d,\
                "realm_access":{"roles":["administrator"]},"areas":["/shire"]}""".formatted(
                                issuer(),
                                now.getEpochSecond(),
                                now.plus(Duration.ofHours(1)).getEpochSecond()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return "Bearer " + signed + "." + BASE64.encodeToString(signature.sign());
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/bluelamp";
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
