package org.bluelamp.feedback.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages to teams in, each exactly once, and shows their senders what became of them. */
@Service
public class ContactIntake {

    private final Cases cases;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

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
        CaseLink link = CaseLink.of(formToken, message);
        while (true) {
            Reference reference = Reference.random(random);
            if (cases.add(reference, message, key, link, setAside, at)) {
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
     * What the sender of a message sees.
     *
     * @param held the case
     * @param answers what the team told them, oldest first
     */
    public record Followed(Case held, List<Entry> answers) {}

    /** What a link opens; empty when it opens nothing. */
    @Transactional(readOnly = true)
    public Optional<Followed> follow(CaseLink link) {
        if (!link.shaped()) {
            return Optional.empty();
        }
        return cases.find(link)
                .map(held -> new Followed(
                        held,
                        cases.entries(held).stream()
                                .filter(entry -> entry.kind() == Entry.Kind.ANSWER)
                                .toList()));
    }
}
