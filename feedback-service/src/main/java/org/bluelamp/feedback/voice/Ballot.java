package org.bluelamp.feedback.voice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where residents are heard in a round. With a code a voice counts once; without one it is kept and counted apart. Too
 * many without a code at a time are set aside and not dropped.
 */
@Service
public class Ballot {

    /**
     * The most voices without a code that a round takes within ten minutes for those of so many people. Ten times what the
     * gateway lets one caller send, or one caller would have everybody else set aside.
     */
    static final int BURST = 600;

    /** The most cards of one sheet. */
    public static final int MOST_CARDS = 96;

    /** The most cards of one round: what a team can hand out. */
    public static final int MOST_CODES_ON_CARDS = 5_000;

    private static final int BURST_SECONDS = 600;

    private final Voices voices;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    /** A ballot at the clock's time. */
    public Ballot(Voices voices, Rounds rounds, AuditTrail audit, ApplicationEventPublisher publisher, Clock clock) {
        this.voices = voices;
        this.rounds = rounds;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Takes a voice, once for a submission however often it is sent. Whoever sent theirs without a code, goes back and sends
     * it again with one, is heard with the code and not beside it.
     *
     * @param code the code; null for none
     * @param suspicion why it looks as if a program sent it; null when it does not. A code outweighs it
     */
    @Transactional
    public Taken take(
            RoundId id,
            Answers answers,
            About about,
            @Nullable VoiceCode code,
            SubmissionKey key,
            @Nullable SetAside suspicion) {
        Optional<Voices.Held> held = voices.held(id, key);
        if (held.isPresent() && (code == null || held.get().verified())) {
            return held.get().verified() ? Taken.VERIFIED : Taken.UNVERIFIED;
        }
        if (rounds.openUntilTheEnd(id).isEmpty()) {
            return Taken.NOT_OPEN;
        }
        Instant now = clock.instant();
        if (code == null) {
            String reason = suspicion == null ? null : suspicion.code();
            if (reason == null
                    && voices.burst(id, Instant.ofEpochSecond(now.getEpochSecond() / BURST_SECONDS * BURST_SECONDS))
                            > BURST) {
                reason = "flood";
            }
            if (voices.add(UUID.randomUUID(), id, null, reason, key, LondonTime.date(now), answers)) {
                publisher.publishEvent(new VoiceKept(id, answers));
                if (reason == null) {
                    voices.hear(id, Channel.OPEN, about);
                }
            }
            return Taken.UNVERIFIED;
        }
        byte[] hash = code.hash(id);
        Channel channel = voices.channel(id, hash).orElse(null);
        if (channel == null) {
            return Taken.UNKNOWN_CODE;
        }
        if (held.isPresent()) {
            return verify(id, key, hash, channel, held.get(), about);
        }
        if (!voices.add(UUID.randomUUID(), id, hash, null, key, LondonTime.date(now), answers)) {
            return voices.held(id, key).isPresent() ? Taken.VERIFIED : Taken.USED_CODE;
        }
        publisher.publishEvent(new VoiceKept(id, answers));
        voices.hear(id, channel, about);
        return Taken.VERIFIED;
    }

    /** Who was heard without a code is heard with it; what they said of themselves then has been added up. */
    private Taken verify(RoundId id, SubmissionKey key, byte[] hash, Channel channel, Voices.Held before, About about) {
        if (!voices.verify(id, key, hash)) {
            return Taken.USED_CODE;
        }
        if (before.counted()) {
            voices.hearOtherwise(id, Channel.OPEN, channel);
        } else {
            voices.hear(id, channel, about);
        }
        return Taken.VERIFIED;
    }

    /**
     * New codes to print on cards. They are told here once and kept nowhere; the round knows their hashes.
     *
     * @param number from 1 to {@value #MOST_CARDS}
     * @return the codes; empty when the round is over or has as many as it can have
     * @throws AccessDeniedException when the person does not lead the round's team
     */
    @Transactional
    public List<VoiceCode> cards(StaffMember staff, Round round, int number) {
        TeamRights.requireLead(staff, round.area());
        if (number < 1 || number > MOST_CARDS) {
            throw new IllegalArgumentException("A sheet has 1 to " + MOST_CARDS + " cards");
        }
        if (round instanceof Closed
                || round instanceof Decided
                || voices.count(round.id()).cards() + number > MOST_CODES_ON_CARDS) {
            return List.of();
        }
        List<VoiceCode> codes = new ArrayList<>(
                Stream.generate(() -> VoiceCode.random(random)).limit(number).toList());
        voices.admit(
                round.id(),
                Channel.CARD,
                codes.stream().map(code -> code.hash(round.id())).toList());
        audit.record(staff, "round.cards-printed", round.id().toString(), number + " cards");
        return codes;
    }

    /**
     * Counts voices that were set aside among those without a code, because a person looked and says they are people's.
     * What filled in the field that nobody sees never is.
     *
     * @param groups which of them
     * @throws AccessDeniedException when the person does not lead the round's team
     */
    @Transactional
    public int takeBack(StaffMember staff, Round round, Collection<Voices.SetAsideGroup> groups, String reason) {
        TeamRights.requireLead(staff, round.area());
        int back = groups.stream()
                .mapToInt(group -> voices.takeBack(round.id(), group))
                .sum();
        publisher.publishEvent(new VoicesTakenBack(round.id()));
        audit.record(staff, "round.voices-taken-back", round.id().toString(), reason);
        return back;
    }
}
