package org.bluelamp.journeys;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for the push service of a browser's maker (RFC 8030), which tests cannot reach: it takes what alerts-service
 * sends, and opens it with the keys of the browser that it is for (RFC 8291).
 */
final class PushService implements AutoCloseable {

    /** What Java writes before the 65 bytes of a public key of P-256 (RFC 5480). */
    private static final byte[] X509 = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private static final int POINT = 65;
    private static final int SALT = 16;
    private static final int LENGTHS = 5;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final Map<String, Queue<byte[]>> taken = new ConcurrentHashMap<>();

    PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            taken.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new ConcurrentLinkedQueue<>())
                    .add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
    }

    /** What alerts-service is told, so that it sends here and nowhere else. */
    Map<String, String> settings() {
        KeyPair keys = keys();
        return Map.of(
                "VAPID_KEY",
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                "VAPID_PUBLIC",
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "BLUELAMP_ALERTS_PUSH_SERVICES", url());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a browser gets from its push service. */
    Subscription subscription() {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        return new Subscription(url() + "/" + UUID.randomUUID(), keys(), secret);
    }

    /** Waits for a message to a browser and tells what it holds. */
    String awaitMessage(Subscription subscription) {
        String path = subscription.endpoint().substring(url().length());
        await("a message to the browser")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        !taken.getOrDefault(path, new ConcurrentLinkedQueue<>()).isEmpty());
        return subscription.open(taken.get(path).remove());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** By which a browser is reached. */
    record Subscription(String endpoint, KeyPair keys, byte[] secret) {

        /** What a page gets when it asks for it, as a script stands in for it. */
        String script() {
            return """
                    // As Chromium answers: it wants a worker that is at work, and a notification for each message.
                    PushManager.prototype.subscribe = async function (options) {
                      const registration = await navigator.serviceWorker.getRegistration()
                      if (!registration.active || !options.userVisibleOnly || !options.applicationServerKey) {
                        throw new DOMException('Subscription failed', 'AbortError')
                      }
                      return { toJSON: () => ({ endpoint: '%s', keys: { p256dh: '%s', auth: '%s' } }) }
                    }
                    """.formatted(
                            endpoint, BASE64.encodeToString(point(keys.getPublic())), BASE64.encodeToString(secret));
        }

        private String open(byte[] body) {
            byte[] salt = Arrays.copyOf(body, SALT);
            byte[] sender = Arrays.copyOfRange(body, SALT + LENGTHS, SALT + LENGTHS + POINT);
            byte[] sealed = Arrays.copyOfRange(body, SALT + LENGTHS + POINT, body.length);
            try {
                KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
                agreement.init(keys.getPrivate());
                agreement.doPhase(
                        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(joined(X509, sender))),
                        true);
                byte[] material = derive(
                        agreement.generateSecret(),
                        secret,
                        joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(keys.getPublic()), sender),
                        32);
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(
                        Cipher.DECRYPT_MODE,
                        new SecretKeySpec(derive(material, salt, "Content-Encoding: aes128gcm\0", 16), "AES"),
                        new GCMParameterSpec(128, derive(material, salt, "Content-Encoding: nonce\0", 12)));
                byte[] message = cipher.doFinal(sealed);
                // The last byte marks the end of the only record.
                return new String(message, 0, message.length - 1, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new AssertionError("The browser cannot read the message", e);
            }
        }

        private static byte[] derive(byte[] material, byte[] salt, String info, int length)
                throws GeneralSecurityException {
            return derive(material, salt, info.getBytes(StandardCharsets.US_ASCII), length);
        }

        private static byte[] derive(byte[] material, byte[] salt, byte[] info, int length)
                throws GeneralSecurityException {
            SecretKey key = new SecretKeySpec(material, "Generic");
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .addSalt(salt)
                            .thenExpand(info, length));
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }

    private static byte[] point(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - POINT, encoded.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
