package org.bluelamp.feedback.leaving;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands at the end of an export and proves that it is whole and from somebody who has the key.
 *
 * @param force code of the force
 * @param createdAt when it was begun, in ISO 8601
 * @param contacts whether senders' contact details of open cases are in it
 * @param files what is in it, in order
 * @param signature HMAC-SHA256 of {@link #signed()}, in hex
 */
record Manifest(String force, String createdAt, boolean contacts, List<Entry> files, String signature) {

    /**
     * A file.
     *
     * @param rows how many lines it has
     * @param sha256 of its content, in hex
     */
    record Entry(String name, long rows, String sha256) {}

    /** A signed one. */
    static Manifest sign(String force, String createdAt, boolean contacts, List<Entry> files, String key) {
        Manifest plain = new Manifest(force, createdAt, contacts, List.copyOf(files), "");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String code = HexFormat.of().formatHex(mac.doFinal(plain.signed().getBytes(StandardCharsets.UTF_8)));
            return new Manifest(force, createdAt, contacts, plain.files, code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /** What the signature is of: force, time and contacts, and then name, rows and digest of each file, one to a line. */
    String signed() {
        return force + "\n" + createdAt + "\n" + contacts + "\n"
                + files.stream()
                        .map(file -> file.name + " " + file.rows + " " + file.sha256)
                        .collect(Collectors.joining("\n"));
    }
}
