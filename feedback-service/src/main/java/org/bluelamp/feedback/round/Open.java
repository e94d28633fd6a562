package org.bluelamp.feedback.round;

import java.time.Instant;
import java.time.LocalDate;
import org.bluelamp.web.page.LondonTime;

/** A round in which residents answer. Its questions stay as they are; its last day may move. */
public record Open(Plan plan, Instant openedAt, long version) implements Round {

    /** Open until another day. */
    public Open until(LocalDate last) {
        return new Open(plan.with(new Period(plan.period().first(), last)), openedAt, version + 1);
    }

    /** Nobody can answer from now on. Its last day stays, unless it ends earlier: then it is that day. */
    public Closed close(Instant now) {
        Period period = plan.period();
        LocalDate today = LondonTime.date(now);
        LocalDate last = today.isBefore(period.first()) ? period.first() : today;
        return new Closed(
                last.isBefore(period.last()) ? plan.with(new Period(period.first(), last)) : plan,
                openedAt,
                now,
                version + 1);
    }
}
