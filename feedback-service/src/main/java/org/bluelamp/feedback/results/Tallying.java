package org.bluelamp.feedback.results;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.feedback.voice.VoicesTakenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds rounds up beside the intake, each as three statements over its voices. So no voice waits for a sum that all others
 * want to change too, and no page counts.
 */
@Service
class Tallying {

    private static final int AT_ONCE = 20;

    private final Results results;
    private final Rounds rounds;
    private final Voices voices;
    private final Clock clock;

    Tallying(Results results, Rounds rounds, Voices voices, Clock clock) {
        this.results = results;
        this.rounds = rounds;
        this.voices = voices;
        this.clock = clock;
    }

    List<RoundId> stale() {
        return results.stale(clock.instant(), AT_ONCE);
    }

    /** Adds one round up; does nothing when another replica does. */
    @Transactional
    public void addUp(RoundId id) {
        if (!results.claim(id)) {
            return;
        }
        rounds.find(id).ifPresent(round -> {
            Instant now = clock.instant();
            Optional<Instant> closed = closed(round);
            results.addUp(round, since(round), closed.orElse(now), closed.isPresent(), now);
            if (closed.isPresent()) {
                voices.forgetOrder(id);
            }
        });
    }

    /** What counts after all is added up again. */
    @EventListener
    void on(VoicesTakenBack event) {
        results.unsettle(event.round());
    }

    /** From when on concerns belong to a round: since the one before it closed; null when there was none. */
    @Nullable
    Instant since(Round round) {
        return rounds.before(round).flatMap(Tallying::closed).orElse(null);
    }

    static Optional<Instant> closed(Round round) {
        return switch (round) {
            case Closed over -> Optional.of(over.closedAt());
            case Decided over -> Optional.of(over.closedAt());
            default -> Optional.empty();
        };
    }
}
