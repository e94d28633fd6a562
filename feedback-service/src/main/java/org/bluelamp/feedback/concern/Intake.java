package org.bluelamp.feedback.concern;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.cases.CaseLink;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.cases.Opening;
import org.bluelamp.feedback.council.CouncilReports;
import org.bluelamp.feedback.photo.Photos;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.wording.WatchedWords;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes concerns in, each exactly once. */
@Service
public class Intake {

    /** A reference that is taken already is all but impossible, and so many of them one after the other are. */
    private static final int TRIES = 5;

    /** The most concerns of a neighbourhood within ten minutes for those of programs to be like people's. */
    static final int MOST_LATELY = 30;

    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Concerns concerns;
    private final ContactIntake cases;
    private final CouncilReports councils;
    private final WatchedWords words;
    private final Supports supports;
    private final Photos photos;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Intake(
            Concerns concerns,
            ContactIntake cases,
            CouncilReports councils,
            WatchedWords words,
            Supports supports,
            Photos photos,
            Clock clock) {
        this.concerns = concerns;
        this.cases = cases;
        this.councils = councils;
        this.words = words;
        this.supports = supports;
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * That a concern is safely kept.
     *
     * @param reference how to speak of it
     * @param receivedAt when it arrived for the first time
     * @param before whether it was kept before, with the same key
     */
    public record Receipt(Reference reference, Instant receivedAt, boolean before) {}

    /** A key that is held already came with something else. */
    public static final class KeyUsedTwice extends RuntimeException {
        KeyUsedTwice() {
            super("The key was used before for another concern");
        }
    }

    /**
     * Who sends a submission, as far as that is known.
     *
     * @param key what makes it one, however often it is sent
     * @param ofWords whether the key is made of the words, so that whatever is held under it says the same
     * @param link where its sender follows it
     * @param details how its sender can be reached
     * @param setAside why to keep it out of the working list; null when there is no reason
     */
    public record From(
            SubmissionKey key,
            boolean ofWords,
            CaseLink link,
            ContactDetails details,
            @Nullable SetAside setAside) {

        /** A browser's form with this token, which its link is made of. */
        public static From form(
                String token, Submission submission, ContactDetails details, @Nullable SetAside setAside) {
            String content = SubmissionKey.digest(submission.content(), details.content());
            return new From(SubmissionKey.ofForm(token, content), true, CaseLink.of(token, content), details, setAside);
        }
    }

    /**
     * What comes with a submission besides its words.
     *
     * @param supports what it means as well; null for nothing
     * @param form token of the form under which a photo may wait; null when it came without a form
     * @param content digest of what a program sent besides, which makes other content of the same words; empty for
     *     nothing, and for forms, whose last photo and choice count
     */
    public record Beside(@Nullable Cause supports, @Nullable String form, String content) {

        /** Nothing. */
        public static final Beside NOTHING = new Beside(null, null, "");

        /** What came with a browser's form. */
        public static Beside form(@Nullable Cause supports, String token) {
            return new Beside(supports, token, "");
        }

        /** Says nothing of the token, for the sender's link is made of it. */
        @Override
        public String toString() {
            return "Beside";
        }
    }

    /**
     * A program's request with this key; nobody has its link. When many concerns of the neighbourhood have come within
     * minutes it is set aside, and a person takes it for one of people's.
     *
     * @throws KeyUsedTwice when the key is held with other content
     */
    @Transactional
    public Receipt take(Submission submission, SubmissionKey key) {
        return take(submission, key, Beside.NOTHING);
    }

    /** As {@link #take}, with what comes besides. */
    @Transactional
    public Receipt take(Submission submission, SubmissionKey key, Beside beside) {
        boolean flood = concerns.since(submission.area(), clock.instant().minus(LATELY)) >= MOST_LATELY;
        return take(
                submission,
                new From(key, false, CaseLink.random(random), ContactDetails.NONE, flood ? SetAside.FLOOD : null),
                beside);
    }

    /** Whether a submission with this key is kept. */
    public boolean held(SubmissionKey key) {
        return concerns.held(key).isPresent();
    }

    /**
     * Keeps a submission, or finds the one kept before under the same key. It is owed an answer: a case with the same
     * reference is opened with it.
     *
     * @throws KeyUsedTwice when the key is held with other content
     */
    @Transactional
    public Receipt take(Submission submission, From from) {
        return take(submission, from, Beside.NOTHING);
    }

    /** As {@link #take}, with what comes besides. */
    @Transactional
    public Receipt take(Submission submission, From from, Beside beside) {
        return take(submission, from, beside, clock.instant());
    }

    /** As {@link #take}, at a time of the caller's choosing: for concerns that reached the force earlier. */
    @Transactional
    public Receipt take(Submission submission, From from, Instant receivedAt) {
        return take(submission, from, Beside.NOTHING, receivedAt);
    }

    private Receipt take(Submission submission, From from, Beside beside, Instant receivedAt) {
        String content = beside.content().isEmpty()
                ? submission.content()
                : SubmissionKey.digest(submission.content(), beside.content());
        Instant at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        WatchedWords.Verdict verdict =
                words.look(submission.text() + " | " + submission.place() + " | " + submission.times());
        @Nullable SetAside setAside = ContactIntake.apart(verdict, from.setAside());
        for (int tries = 0; tries < TRIES; tries++) {
            Reference reference = Reference.random(random);
            Optional<UUID> opened = cases.open(new Opening(
                    reference,
                    Kind.CONCERN,
                    submission.area(),
                    null,
                    from.details(),
                    from.key(),
                    from.link(),
                    setAside,
                    verdict.threat(),
                    verdict.threat() ? from.setAside() : null,
                    at));
            if (opened.isPresent()) {
                concerns.add(opened.get(), reference, submission, content, from.key(), setAside, at);
                councils.handOver(
                        opened.get(), submission.area(), submission.themes(), setAside == null && !verdict.threat());
                Cause cause = beside.supports();
                if (cause != null) {
                    supports.second(submission.area(), cause, reference, from.key(), LondonTime.date(at));
                }
                String form = beside.form();
                if (form != null) {
                    if (setAside == null) {
                        photos.give(form, reference);
                    } else {
                        photos.leaveOut(form);
                    }
                }
                return new Receipt(reference, at, false);
            }
            Optional<Concerns.Held> held = concerns.held(from.key());
            if (held.isPresent()) {
                return receipt(held.get(), content, from.ofWords());
            }
            // neither kept nor held: the reference was taken, so try another
        }
        throw new IllegalStateException("A case is held under this key, and no concern");
    }

    /** Where the key is made of the words nothing has to be compared: the digest may be erased with them. */
    private static Receipt receipt(Concerns.Held held, String content, boolean ofWords) {
        if (!ofWords && !held.content().equals(content)) {
            throw new KeyUsedTwice();
        }
        return new Receipt(held.reference(), held.receivedAt(), true);
    }
}
