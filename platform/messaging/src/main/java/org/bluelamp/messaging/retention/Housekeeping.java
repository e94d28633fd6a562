package org.bluelamp.messaging.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes expired rows, soon after the start and then every hour. Replicas may do so at the same time. How long ago it last
 * got through, in seconds, is a gauge for each that is asked: {@code bluelamp.retention.looked}, by the name of its bean.
 */
final class Housekeeping extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 5_000;

    private final Map<String, Expiring> all;
    private final Map<String, AtomicReference<Instant>> looked = new HashMap<>();
    private final Clock clock;

    Housekeeping(Map<String, Expiring> all, Clock clock, MeterRegistry registry) {
        super("housekeeping");
        this.all = all;
        this.clock = clock;
        all.keySet().forEach(what -> looked.put(what, watched(what, registry)));
    }

    private AtomicReference<Instant> watched(String what, MeterRegistry registry) {
        var last = new AtomicReference<>(clock.instant());
        TimeGauge.builder(
                        "bluelamp.retention.looked",
                        () -> Math.max(
                                0, Duration.between(last.get(), clock.instant()).toSeconds()),
                        TimeUnit.SECONDS)
                .description("Time since what has served was last deleted, or there was none")
                .tag("what", what)
                .register(registry);
        return last;
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
        all.forEach((what, expiring) -> {
            try {
                int deleted;
                do {
                    deleted = expiring.deleteExpired(clock.instant(), AT_ONCE);
                } while (deleted == AT_ONCE);
                Objects.requireNonNull(looked.get(what)).set(clock.instant());
            } catch (RuntimeException e) {
                log.warn("Deleting expired rows of {} waits for the next hour: {}", what, e.toString());
            }
        });
    }
}
