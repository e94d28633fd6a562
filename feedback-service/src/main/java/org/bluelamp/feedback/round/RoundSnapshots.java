package org.bluelamp.feedback.round;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** All rounds that others have heard of, as the events that they build their copies from. */
@Component
class RoundSnapshots implements SnapshotSource {

    private final Rounds rounds;

    RoundSnapshots(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return rounds.begun().flatMap(round -> switch (round) {
            case Planned _ -> Stream.empty();
            case Open open -> Stream.of(RoundOpened.of(open));
            case Closed closed -> Stream.of(RoundClosed.of(closed));
            case Decided decided -> Stream.of(RoundClosed.of(decided));
        });
    }
}
