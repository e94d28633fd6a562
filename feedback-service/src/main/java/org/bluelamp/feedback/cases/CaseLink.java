package org.bluelamp.feedback.cases;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bluelamp.feedback.submission.SubmissionKey;

/**
 * The secret in the link by which the sender of a message follows it. It is made of the random token in the form and of
 * what was written, so that a form sent twice has one link; the database holds only its digest, from which it cannot be
 * made. Never log one.
 *
 * @param token 43 characters of base 64 for addresses
 */
public record CaseLink(String token) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * The link of what a form with this token was sent with.
     *
     * @param content digest of what was written
     */
    public static CaseLink of(String formToken, String content) {
        return new CaseLink(encoded(HexFormat.of().parseHex(SubmissionKey.digest("link", formToken, content))));
    }

    /** A link that is told to nobody, for a case that nobody follows. */
    public static CaseLink random(SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new CaseLink(encoded(secret));
    }

    private static String encoded(byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The path of the page that it opens. */
    public String path() {
        return "/have-your-say/my-message/" + token;
    }

    /**
     * The path of the page that confirms that what was sent is kept.
     *
     * @param before whether it was kept before
     */
    public String sent(boolean before) {
        return path() + (before ? "/sent?before=yes" : "/sent");
    }

    /** Whether it can be one at all. */
    boolean shaped() {
        return SHAPE.matcher(token).matches();
    }

    /** What the database holds. */
    byte[] hash() {
        return HexFormat.of().parseHex(SubmissionKey.digest("link hash", token));
    }

    /** Says nothing of the secret, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "CaseLink[not shown]";
    }
}
