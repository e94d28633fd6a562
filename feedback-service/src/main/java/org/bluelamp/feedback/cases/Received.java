package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.service.area.AreaCode;

/** A case that nobody has answered yet. */
public record Received(Matter matter, Instant askedAt, long version) implements Waiting {

    @Override
    public Answered answer(Instant at) {
        return new Answered(matter.real().withoutRecourse(), askedAt, at, version + 1);
    }

    @Override
    public Received handOver(AreaCode to) {
        return new Received(matter.real().handedTo(to), askedAt, version + 1);
    }

    @Override
    public Received with(Matter changed) {
        return new Received(changed, askedAt, version + 1);
    }

    @Override
    public Received answeringFor(Waiting other) {
        return new Received(
                matter.answeringFor(other.matter()),
                other.askedAt().isBefore(askedAt) ? other.askedAt() : askedAt,
                version + 1);
    }

    @Override
    public Closed close(Closing reason, Instant at) {
        if (reason.afterAnswer()) {
            throw new IllegalArgumentException("Nobody has answered yet");
        }
        return new Closed(matter.withoutRecourse(), askedAt, null, reason, at, version + 1);
    }
}
