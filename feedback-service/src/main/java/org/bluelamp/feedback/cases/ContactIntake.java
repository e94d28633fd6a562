package org.bluelamp.feedback.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what residents send in as cases, each exactly once. */
@Service
public class ContactIntake {

    private final Cases cases;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ContactIntake(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * That a message is safely kept.
     *
     * @param reference how to speak of it
     * @param link where its sender follows it
     */
    public record Receipt(Reference reference, CaseLink link) {}

    /**
     * Keeps a message, or finds the one kept before of the same form.
     *
     * @param formToken random, the same however often the form is sent
     * @param setAside why to keep it out of the working list; null when there is no reason
     */
    @Transactional
    public Receipt take(ContactMessage message, String formToken, @Nullable SetAside setAside) {
        return take(message, formToken, setAside, clock.instant());
    }

    /** As {@link #take}, at a time of the caller's choosing. */
    @Transactional
    public Receipt take(ContactMessage message, String formToken, @Nullable SetAside setAside, Instant receivedAt) {
        Instant at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        SubmissionKey key = SubmissionKey.ofForm(formToken, message.content());
        CaseLink link = CaseLink.of(formToken, message.content());
        while (true) {
            Reference reference = Reference.random(random);
            Opening opening = new Opening(
                    reference,
                    message.kind(),
                    message.area(),
                    message.text(),
                    message.details(),
                    key,
                    link,
                    setAside,
                    at);
            if (cases.add(opening).isPresent()) {
                return new Receipt(reference, link);
            }
            Optional<Reference> held = cases.held(key);
            if (held.isPresent()) {
                return new Receipt(held.get(), link);
            }
            // neither kept nor held: the reference was taken, so try another
        }
    }

    /**
     * Opens a case for what another part of the service keeps, in its transaction.
     *
     * @return the case's id; empty when its key, or by chance its reference, is held
     */
    @Transactional
    public Optional<UUID> open(Opening opening) {
        return cases.add(opening);
    }
}
