package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a new case begins with.
 *
 * @param reference how to speak of it
 * @param kind what it came as
 * @param area the neighbourhood whose team answers
 * @param message what was written; null for a concern, whose words are kept with the concern
 * @param details how the sender can be reached
 * @param key what makes it one, however often it is sent
 * @param link where its sender follows it
 * @param setAside why to keep it out of the working list; null when there is no reason
 * @param urgent whether a person must read it at once
 * @param suspected why a program seems to have written what is urgent, and so is not set aside; null for nearly all
 * @param receivedAt when it arrived, which is when the promise was made
 */
public record Opening(
        Reference reference,
        Kind kind,
        AreaCode area,
        @Nullable String message,
        ContactDetails details,
        SubmissionKey key,
        CaseLink link,
        @Nullable SetAside setAside,
        boolean urgent,
        @Nullable SetAside suspected,
        Instant receivedAt) {

    /** Says nothing of what the sender wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Opening[" + reference + "]";
    }
}
