package org.bluelamp.alerts.reach;

import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has it counted once a day whom alerts reach. Every replica looks; the first one's transaction is the only one. */
@Component
class ReachClock extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(ReachClock.class);

    private final ReachCounts counts;
    private final ReachSettings settings;

    ReachClock(ReachCounts counts, ReachSettings settings) {
        super("reach-clock");
        this.counts = counts;
        this.settings = settings;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.look());
            try {
                if (counts.due()) {
                    log.info("Counted whom alerts reach; the figures of {} areas moved", counts.count());
                }
            } catch (RuntimeException e) {
                log.warn("It was not counted whom alerts reach and will be: {}", e.toString());
            }
        }
    }
}
