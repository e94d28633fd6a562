package org.bluelamp.testing.staff;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Stands in for Keycloak in the tests of a service: signs access tokens and publishes the key for checking them, so that
 * a service runs with its real security. One for all tests of a process.
 */
public final class TestIssuer {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final String address;

    private TestIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            address = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] keySet = keySet().getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
                exchange.close();
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            // The server's own thread is a daemon's child, so it does not keep the process.
            Thread starter = new Thread(server::start);
            starter.setDaemon(true);
            starter.start();
            starter.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with RSA", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting the issuer of test tokens", e);
        }
    }

    /** The one of this process, started with the first use. */
    public static TestIssuer shared() {
        return Shared.INSTANCE;
    }

    /** For {@code KEYCLOAK_ISSUER}. */
    public String issuer() {
        return address + "/realms/bluelamp";
    }

    /** For {@code KEYCLOAK_JWKS_URL}. */
    public String jwksUrl() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    String token(TestStaff staff) {
        Instant now = Instant.now();
        String header = """
                {"alg":"RS256","typ":"JWT","kid":"test"}""";
        String claims = """
                {"iss":"%s","aud":"bluelamp-services","sub":"%s","name":"%s","iat":%d,"exp":%d,\
                "realm_access":{"roles":[%s]},"areas":[%s]}""".formatted(
                        issuer(),
                        staff.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        staff.name(),
                        now.getEpochSecond(),
                        now.plus(Duration.ofHours(1)).getEpochSecond(),
                        quoted(staff.roles(), ""),
                        quoted(staff.areas(), "/"));
        String signed = base64(header) + "." + base64(claims);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with RSA", e);
        }
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"test","n":"%s","e":"%s"}]}""".formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(List<String> values, String prefix) {
        return values.stream().map(value -> '"' + prefix + value + '"').collect(Collectors.joining(","));
    }

    private static final class Shared {
        private static final TestIssuer INSTANCE = new TestIssuer();
    }
}
