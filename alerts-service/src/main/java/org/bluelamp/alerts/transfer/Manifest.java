package org.bluelamp.alerts.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands beside a file of subscribers and proves that it is whole and from somebody who has the key.
 *
 * @param rows how many subscriptions it holds
 * @param sha256 of the whole file, in hex
 * @param createdAt when it was written, in ISO 8601
 * @param signature HMAC-SHA256 of the other three, one to a line, in hex
 */
record Manifest(long rows, String sha256, String createdAt, String signature) {

    /** A signed one. */
    static Manifest sign(long rows, String sha256, String createdAt, String key) {
        return new Manifest(rows, sha256, createdAt, code(rows, sha256, createdAt, key));
    }

    /** Whether somebody with the key made it. */
    boolean isSignedBy(String key) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                code(rows, sha256, createdAt, key).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the manifest of a file lies. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".manifest.json");
    }

    /** The digest of a file, read once through. */
    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var part = new byte[1 << 16];
            for (var read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String code(long rows, String sha256, String createdAt, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((rows + "\n" + sha256 + "\n" + createdAt).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
