package org.bluelamp.feedback.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the clock of promises strike. Every replica looks, and none tells what another has told. */
@Component
class Reminding extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Reminding.class);

    private final PromiseClock promises;
    private final PromiseSettings settings;
    private final Clock clock;
    private volatile Instant lookedAt;
    private volatile long late;

    Reminding(PromiseClock promises, PromiseSettings settings, Clock clock, MeterRegistry registry) {
        super("reminding");
        this.promises = promises;
        this.settings = settings;
        this.clock = clock;
        this.lookedAt = clock.instant();
        TimeGauge.builder("feedback.promises.looked", this::sinceLook, TimeUnit.SECONDS)
                .description("For how long nobody was told which answers are due or late")
                .register(registry);
        Gauge.builder("feedback.promises.late", this, reminding -> reminding.late)
                .description("Cases that have waited longer than 72 hours for an answer")
                .register(registry);
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("Which answers are due is told later: {}", e.toString());
            }
            Thread.sleep(settings.look());
        }
    }

    void look() {
        while (promises.strike() >= PromiseClock.AT_ONCE) {
            // There may be more.
        }
        late = promises.late();
        lookedAt = clock.instant();
    }

    private double sinceLook() {
        return Math.max(0, Duration.between(lookedAt, clock.instant()).toSeconds());
    }
}
