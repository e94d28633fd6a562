package org.bluelamp.feedback.round;

import java.time.LocalDate;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/** The data of {@code feedback.round.closed}: a round that nobody can answer any more. */
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
        return of(round, LondonTime.date(round.closedAt()), null, null);
    }

    static OutgoingEvent of(Decided round) {
        return of(round, LondonTime.date(round.closedAt()), round.decidedOn(), round.decision());
    }

    private static OutgoingEvent of(
            Round round, LocalDate closedOn, @Nullable LocalDate decidedOn, @Nullable String decision) {
        return new OutgoingEvent(
                TYPE,
                round.id().toString(),
                round.version(),
                new RoundClosed(
                        round.id().toString(),
                        round.area().value(),
                        round.plan().title(),
                        round.plan().period().first(),
                        closedOn,
                        decidedOn,
                        decision));
    }
}
