package org.bluelamp.alerts.subscription;

import java.time.Instant;
import org.bluelamp.alerts.casenews.CaseNewsDesk;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.messaging.retention.Expiring;
import org.springframework.stereotype.Component;

/**
 * Ends mails about what somebody told the police that were not confirmed, of which there was no news for half a year, and of
 * whoever left in another way, as if their owner had; with them the link goes. A year later the rest goes too.
 */
@Component
class CaseNewsRetention implements Expiring {

    private static final Ending OVER = new Ending("over", "retention");

    private final CaseNewsDesk desk;
    private final Leaving leaving;

    CaseNewsRetention(CaseNewsDesk desk, Leaving leaving) {
        this.desk = desk;
        this.leaving = leaving;
    }

    @Override
    public int deleteExpired(Instant now, int limit) {
        var ended = 0;
        for (var id : desk.over(now, limit)) {
            if (leaving.caseNewsIfOver(id, now, OVER)) {
                ended++;
            }
        }
        return Math.max(ended, desk.forget(now, limit));
    }
}
