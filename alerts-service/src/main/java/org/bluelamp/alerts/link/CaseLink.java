package org.bluelamp.alerts.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secret by which somebody follows what they told the police, as their own browser hands it over. Never log one.
 *
 * @param token 43 characters of base 64 for addresses
 */
public record CaseLink(String token) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @throws IllegalArgumentException when it can be none */
    public CaseLink {
        if (!SHAPE.matcher(token).matches()) {
            throw new IllegalArgumentException("The secret of a link has 43 letters, digits, dashes and underscores");
        }
    }

    /** What somebody sent; empty when it can be none. */
    public static Optional<CaseLink> parse(@Nullable String sent) {
        return sent != null && SHAPE.matcher(sent).matches() ? Optional.of(new CaseLink(sent)) : Optional.empty();
    }

    /**
     * By what feedback-service names its holder in events: SHA-256 of the word "notice" and the digest of the secret, which
     * is SHA-256 of the words "link hash" and the secret; each part with its length and a colon before it.
     */
    public String topic() {
        return digest("notice", digest("link hash", token));
    }

    /** The page that it opens. */
    public String path() {
        return "/have-your-say/my-message/" + token;
    }

    private static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update((part.length() + ":" + part).getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "CaseLink[not shown]";
    }
}
