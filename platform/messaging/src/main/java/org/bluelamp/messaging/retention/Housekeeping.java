package org.bluelamp.messaging.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes expired rows, soon after the start and then every hour. Replicas may do so at the same time. */
final class Housekeeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 5_000;

    private final List<Expiring> all;
    private final Clock clock;
    private @Nullable Thread thread;

    Housekeeping(List<Expiring> all, Clock clock) {
        this.all = all;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("housekeeping").start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            Thread.sleep(FIRST);
            while (true) {
                clean();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            // The service stops.
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
