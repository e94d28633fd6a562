package org.bluelamp.feedback.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes one submission one, however often it is sent: a digest, unique in the database.
 *
 * <p>A form's key is made from the token in the form and what was written: pressing the button twice is one concern,
 * while going back, writing something else and sending again is a second one. Nothing is lost either way. An API
 * client's key is its own, as the Idempotency-Key draft of the IETF has it: with other content it is a mistake.
 *
 * @param digest SHA-256, as hexadecimal digits
 */
public record SubmissionKey(String digest) {

    /** The key of a form sent with this token; the content is a digest of what it says. */
    public static SubmissionKey ofForm(String token, String content) {
        return new SubmissionKey(digest("form", token, content));
    }

    /** The key that an API client chose. */
    public static SubmissionKey ofClient(String key) {
        return new SubmissionKey(digest("client", key));
    }

    /** The key of what staff wrote about a concern or a case, in a form with this token. */
    public static SubmissionKey ofNote(String token, Reference about, String text) {
        return new SubmissionKey(digest("note", token, about.value(), text));
    }

    /** As the database holds it. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(digest);
    }

    /**
     * SHA-256 of a file, read to its end.
     *
     * @throws IOException when it cannot be read
     */
    public static String digest(InputStream file) throws IOException {
        MessageDigest sha = sha256();
        file.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** SHA-256 of the parts, each with its length before it, so that no two lists of parts read the same. */
    public static String digest(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
