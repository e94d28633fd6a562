package org.bluelamp.messaging.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes expired rows, soon after the start and then every hour. Replicas may do so at the same time. */
final class Housekeeping extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 5_000;

    private final List<Expiring> all;
    private final Clock clock;

    Housekeeping(List<Expiring> all, Clock clock) {
        super("housekeeping");
        this.all = all;
        this.clock = clock;
    }

    @Override
    protected void work() throws InterruptedException {
        Thread.sleep(FIRST);
        while (true) {
            clean();
            Thread.sleep(EVERY);
        }
    }

    void clean() {
        for (Expiring expiring : all) {
            try {
                int deleted;
                do {
                    deleted = expiring.deleteExpired(clock.instant(), AT_ONCE);
                } while (deleted == AT_ONCE);
            } catch (RuntimeException e) {
                log.warn("Deleting expired rows waits for the next hour: {}", e.toString());
            }
        }
    }
}
