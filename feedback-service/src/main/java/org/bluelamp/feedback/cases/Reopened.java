package org.bluelamp.feedback.cases;

import java.time.Instant;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A case whose sender was not content, or had more to say, after it was answered or closed. A new promise counts from
 * then on.
 *
 * @param answeredAt when the first answer was given; null when it was closed without one
 */
public record Reopened(Matter matter, @Nullable Instant answeredAt, Instant askedAt, long version) implements Waiting {

    @Override
    public Answered answer(Instant at) {
        return new Answered(
                matter.real().withoutRecourse(), askedAt, answeredAt == null ? at : answeredAt, version + 1);
    }

    @Override
    public Reopened handOver(AreaCode to) {
        return new Reopened(matter.real().handedTo(to), answeredAt, askedAt, version + 1);
    }

    @Override
    public Reopened with(Matter changed) {
        return new Reopened(changed, answeredAt, askedAt, version + 1);
    }

    @Override
    public Reopened answeringFor(Waiting other) {
        return new Reopened(
                matter.answeringFor(other.matter()),
                answeredAt,
                other.askedAt().isBefore(askedAt) ? other.askedAt() : askedAt,
                version + 1);
    }

    @Override
    public Closed close(Closing reason, Instant at) {
        if (reason.afterAnswer() && answeredAt == null) {
            throw new IllegalArgumentException("Nobody has answered yet");
        }
        return new Closed(matter.withoutRecourse(), askedAt, answeredAt, reason, at, version + 1);
    }
}
