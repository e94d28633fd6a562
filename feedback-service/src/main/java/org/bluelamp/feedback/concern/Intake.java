package org.bluelamp.feedback.concern;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes concerns in, each exactly once. */
@Service
public class Intake {

    private final Concerns concerns;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Intake(Concerns concerns, Clock clock) {
        this.concerns = concerns;
        this.clock = clock;
    }

    /**
     * That a concern is safely kept.
     *
     * @param reference how to speak of it
     * @param receivedAt when it arrived for the first time
     */
    public record Receipt(Reference reference, Instant receivedAt) {}

    /** A key that is held already came with something else. */
    public static final class KeyUsedTwice extends RuntimeException {
        KeyUsedTwice() {
            super("The key was used before for another concern");
        }
    }

    /**
     * Keeps a submission, or finds the one kept before under the same key.
     *
     * @param setAside why to keep it out of the working list; null when there is no reason
     * @throws KeyUsedTwice when the key is held with other content
     */
    @Transactional
    public Receipt take(Submission submission, SubmissionKey key, @Nullable SetAside setAside) {
        return take(submission, key, setAside, clock.instant());
    }

    /** As {@link #take}, at a time of the caller's choosing: for concerns that reached the force earlier. */
    @Transactional
    public Receipt take(Submission submission, SubmissionKey key, @Nullable SetAside setAside, Instant receivedAt) {
        Instant at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        while (true) {
            Reference reference = Reference.random(random);
            if (concerns.add(reference, submission, key, setAside, at)) {
                return new Receipt(reference, at);
            }
            Optional<Concerns.Held> held = concerns.held(key);
            if (held.isPresent()) {
                return receipt(held.get(), submission);
            }
            // neither kept nor held: the reference was taken, so try another
        }
    }

    private static Receipt receipt(Concerns.Held held, Submission submission) {
        if (!held.content().equals(submission.content())) {
            throw new KeyUsedTwice();
        }
        return new Receipt(held.reference(), held.receivedAt());
    }
}
