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
import org.bluelamp.feedback.wording.WatchedWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what residents send in as cases, each exactly once. */
@Service
public class ContactIntake {

    private final Cases cases;
    private final WatchedWords words;
    private final DangerCalls calls;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ContactIntake(Cases cases, WatchedWords words, DangerCalls calls, Clock clock) {
        this.cases = cases;
        this.words = words;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * That a message is safely kept.
     *
     * @param reference how to speak of it
     * @param link where its sender follows it
     * @param before whether the same form was kept before
     */
    public record Receipt(Reference reference, CaseLink link, boolean before) {}

    /**
     * Keeps a message, or finds the one kept before of the same form. Its team is called when it speaks of danger.
     *
     * @param formToken random, the same however often the form is sent
     * @param setAside why to keep it out of the working list; null when there is no reason
     */
    @Transactional
    public Receipt take(ContactMessage message, String formToken, @Nullable SetAside setAside) {
        Receipt receipt = take(message, formToken, setAside, clock.instant());
        if (!receipt.before()) {
            calls.tell(receipt.reference());
        }
        return receipt;
    }

    /** As {@link #take}, at a time of the caller's choosing and without a call: for what a person has heard already. */
    @Transactional
    public Receipt take(ContactMessage message, String formToken, @Nullable SetAside setAside, Instant receivedAt) {
        Instant at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        SubmissionKey key = SubmissionKey.ofForm(formToken, message.content());
        CaseLink link = CaseLink.of(formToken, message.content());
        WatchedWords.Verdict verdict = words.look(message.text());
        @Nullable SetAside aside = apart(verdict, setAside);
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
                    aside,
                    verdict.threat(),
                    verdict.threat() ? setAside : null,
                    at);
            if (cases.add(opening).isPresent()) {
                return new Receipt(reference, link, false);
            }
            Optional<Reference> held = cases.held(key);
            if (held.isPresent()) {
                return new Receipt(held.get(), link, true);
            }
            // neither kept nor held: the reference was taken, so try another
        }
    }

    /** Why to set something aside by its words too; what speaks of danger never is, whoever seems to have written it. */
    public static @Nullable SetAside apart(WatchedWords.Verdict verdict, @Nullable SetAside otherwise) {
        if (verdict.threat()) {
            return null;
        }
        return otherwise == null && verdict.blocked() ? SetAside.BLOCKED_WORDS : otherwise;
    }

    /**
     * Closes a case because the council has all of it. One that speaks of danger, that its sender wrote about again or that
     * somebody has in hand stays with the team.
     */
    @Transactional
    public void leaveToCouncil(Reference reference) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cases.find(reference).ifPresent(held -> {
            Matter matter = held.matter();
            if (held instanceof Received received
                    && matter.holder() == null
                    && matter.recourseAt() == null
                    && !matter.urgent()
                    && cases.replies(held) == 0) {
                try {
                    cases.replace(received, received.close(Closing.COUNCIL, at), at);
                } catch (StaleCaseException inHand) {
                    // Somebody was faster, and sees to it.
                }
            }
        });
    }

    /** Has the team answer after all what was left to the council. */
    @Transactional
    public void backFromCouncil(Reference reference) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cases.find(reference).ifPresent(held -> {
            if (held instanceof Closed closed && closed.reason() == Closing.COUNCIL) {
                cases.replace(closed, closed.askAgain(at), at);
            }
        });
    }

    /**
     * Opens a case for what another part of the service keeps, in its transaction. Its team is called when it speaks of
     * danger.
     *
     * @return the case's id; empty when its key, or by chance its reference, is held
     */
    @Transactional
    public Optional<UUID> open(Opening opening) {
        Optional<UUID> opened = cases.add(opening);
        if (opened.isPresent() && opening.urgent()) {
            calls.tell(opening.reference());
        }
        return opened;
    }
}
