package org.bluelamp.feedback.cases;

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

    static CaseLink of(String formToken, ContactDraft.ContactMessage message) {
        byte[] secret = HexFormat.of().parseHex(SubmissionKey.digest("link", formToken, message.content()));
        return new CaseLink(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
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
