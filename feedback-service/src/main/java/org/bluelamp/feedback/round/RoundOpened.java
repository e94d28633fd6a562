package org.bluelamp.feedback.round;

import java.time.LocalDate;
import org.bluelamp.messaging.OutgoingEvent;

/** The data of {@code feedback.round.opened}: a round that residents can answer, as everybody may know it. */
record RoundOpened(String id, String area, String title, String about, LocalDate opensOn, LocalDate closesOn) {

    static final String TYPE = "feedback.round.opened";

    static OutgoingEvent of(Open round) {
        Plan plan = round.plan();
        return new OutgoingEvent(
                TYPE,
                round.id().toString(),
                round.version(),
                new RoundOpened(
                        round.id().toString(),
                        round.area().value(),
                        plan.title(),
                        plan.about(),
                        plan.period().first(),
                        plan.period().last()));
    }
}
