package org.bluelamp.feedback.round;

import java.time.LocalDate;
import org.bluelamp.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code feedback.round.closed}: a round that nobody can answer any more.
 *
 * @param closedOn the last day on which it could be answered
 */
record RoundClosed(
        String id,
        String area,
        String title,
        LocalDate opensOn,
        LocalDate closedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String decision) {

    static final String TYPE = "feedback.round.closed";

    static OutgoingEvent of(Closed round) {
        return of(round, null, null);
    }

    static OutgoingEvent of(Decided round) {
        return of(round, round.decidedOn(), round.decision());
    }

    private static OutgoingEvent of(Round round, @Nullable LocalDate decidedOn, @Nullable String decision) {
        return new OutgoingEvent(
                TYPE,
                round.id().toString(),
                round.version(),
                new RoundClosed(
                        round.id().toString(),
                        round.area().value(),
                        round.plan().title(),
                        round.plan().period().first(),
                        round.plan().period().last(),
                        decidedOn,
                        decision));
    }
}
