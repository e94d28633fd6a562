package org.bluelamp.alerts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.contact.MailAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves is checked as a receiver does it, by the standard and by nothing of the library that signs. */
class DkimTest {

    private static final MailAddress ROSA = new MailAddress("rosa@example.org");

    private static KeyPair keys;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        keys = pair(2048);
    }

    @Test
    void an_email_is_signed_so_that_a_receiver_can_tell_it_is_ours_and_unchanged() throws Exception {
        var mail = new Mail(
                "Neighbourhood Policing Team – Caf\u00e9",
                "Überfall: what to do",
                "First line\n\n.a line with a dot\ntrailing   \n\n\n",
                "<p>html with \u2013 dash</p>",
                ListHeaders.list("News <areas.alerts.example>", "https://bluelamp.example/alerts/unsubscribe/x"));
        var raw = sent(mail, new DkimSettings(pem(keys), "s1", ""));

        assertThat(tags(raw))
                .containsEntry("d", "bluelamp.example")
                .containsEntry("s", "s1")
                .containsEntry("a", "rsa-sha256");
        assertThat(tags(raw).get("h").split(":"))
                .extracting(name -> name.strip().toLowerCase(Locale.ROOT))
                .contains("from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post");
        assertThat(isSignedBy(keys.getPublic(), raw)).isTrue();
        assertThat(isSignedBy(keys.getPublic(), raw.replace("First line", "Last line")))
                .isFalse();
        assertThat(isSignedBy(keys.getPublic(), raw.replaceFirst("(?m)^To: rosa@", "To: rose@")))
                .isFalse();
        assertThat(isSignedBy(pair(2048).getPublic(), raw)).isFalse();
    }

    @Test
    void without_a_key_nothing_is_signed_and_another_domain_can_be_named() throws Exception {
        var mail = new Mail("The team", "News", "text", "<p>html</p>", Map.of());
        assertThat(sent(mail, new DkimSettings("", "s1", ""))).doesNotContain("DKIM-Signature");
        var base64 = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        var raw = sent(mail, new DkimSettings(base64, "s1", "mail.bluelamp.example"));
        assertThat(tags(raw)).containsEntry("d", "mail.bluelamp.example");
        assertThat(isSignedBy(keys.getPublic(), raw)).isTrue();
    }

    @Test
    void a_key_that_cannot_be_used_stops_the_start_and_is_not_told() throws Exception {
        var small = Base64.getEncoder().encodeToString(pair(1024).getPrivate().getEncoded());
        for (var key : List.of("no key", "AAAA", small)) {
            assertThatThrownBy(() -> Dkim.of(new DkimSettings(key, "s1", ""), "bluelamp.example"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("DKIM_KEY")
                    .hasMessageNotContaining(key)
                    .hasNoCause();
        }
    }

    private static KeyPair pair(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String sent(Mail mail, DkimSettings settings) throws Exception {
        try (var scripted = new ScriptedServer(Map.of());
                var connection = SmtpServerTest.server(
                                scripted.port(),
                                Dkim.of(settings, "bluelamp.example").orElse(null))
                        .connect()) {
            connection.send(UUID.randomUUID(), ROSA, mail);
            return scripted.lastContent();
        }
    }

    private static List<String> headers(String raw) {
        var headers = new ArrayList<String>();
        for (var line : raw.substring(0, raw.indexOf("\r\n\r\n")).split("\r\n")) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                headers.add(headers.removeLast() + "\r\n" + line);
            } else {
                headers.add(line);
            }
        }
        return headers;
    }

    private static String signature(String raw) {
        return headers(raw).stream()
                .filter(header -> header.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> tags(String raw) {
        return Arrays.stream(
                        signature(raw).substring("DKIM-Signature:".length()).split(";"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toMap(
                        tag -> tag.substring(0, tag.indexOf('=')).strip(),
                        tag -> tag.substring(tag.indexOf('=') + 1).replaceAll("\\s", "")));
    }

    /** RFC 6376, section 6.1.3, for relaxed/relaxed. */
    private static boolean isSignedBy(PublicKey key, String raw) throws GeneralSecurityException {
        var tags = tags(raw);
        assertThat(tags).containsEntry("c", "relaxed/relaxed");
        var hash = MessageDigest.getInstance("SHA-256").digest(relaxedBody(raw).getBytes(StandardCharsets.ISO_8859_1));
        if (!Base64.getEncoder().encodeToString(hash).equals(tags.get("bh"))) {
            return false;
        }
        var left = new ArrayList<>(headers(raw));
        var signed = new StringBuilder();
        for (var name : tags.get("h").split(":")) {
            // From the bottom up, as section 5.4.2 says.
            for (var at = left.size() - 1; at >= 0; at--) {
                if (left.get(at).regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    signed.append(relaxed(left.remove(at))).append("\r\n");
                    break;
                }
            }
        }
        signed.append(relaxed(signature(raw).replaceFirst("(?s)(\\bb=)[^;]*$", "$1")));
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
        return verifier.verify(Base64.getDecoder().decode(tags.get("b")));
    }

    /** Section 3.4.2. */
    private static String relaxed(String header) {
        var colon = header.indexOf(':');
        var value = header.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    /** Section 3.4.4. */
    private static String relaxedBody(String raw) {
        var body = Arrays.stream(raw.substring(raw.indexOf("\r\n\r\n") + 4).split("\r\n", -1))
                .map(line -> line.replaceAll("[ \t]+", " ").replaceAll(" $", ""))
                .collect(Collectors.joining("\r\n"))
                .replaceAll("(\r\n)+$", "");
        return body.isEmpty() ? "" : body + "\r\n";
    }
}
