package org.bluelamp.feedback.cases;

import org.bluelamp.feedback.submission.SubmissionKey;
import org.jspecify.annotations.Nullable;

/**
 * How the sender of a message can be reached.
 *
 * @param mail a mail address; null when none is kept
 * @param telephone a telephone number; null when none is kept
 */
public record ContactDetails(
        @Nullable String mail, @Nullable String telephone) {

    /** Of a sender who left nothing. */
    public static final ContactDetails NONE = new ContactDetails(null, null);

    /** What they are, as a digest; never kept without a secret mixed in, for it covers an address. */
    public String content() {
        return SubmissionKey.digest(mail == null ? "" : mail, telephone == null ? "" : telephone);
    }

    /** Says nothing of them, so that they cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ContactDetails[not shown]";
    }
}
