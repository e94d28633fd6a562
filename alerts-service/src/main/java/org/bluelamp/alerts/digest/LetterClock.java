package org.bluelamp.alerts.digest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bluelamp.messaging.BackgroundWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the day's letters written when it is time. Every replica looks; the first one's transaction is the only one. */
@Component
class LetterClock extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(LetterClock.class);

    private final Letters letters;
    private volatile @Nullable Instant waitingSince;
    private final LetterSettings settings;
    private final Clock clock;

    LetterClock(Letters letters, LetterSettings settings, Clock clock, MeterRegistry registry) {
        super("letter-clock");
        TimeGauge.builder("alerts.letters.late", this::late, TimeUnit.SECONDS)
                .description("For how long the letters of the day have been due and are not written")
                .register(registry);
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.look());
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("The letters of the day were not written and will be: {}", e.toString());
            }
        }
    }

    void look() {
        var due = LetterDay.at(clock.instant(), settings);
        // Before the database is asked, which may be what is missing.
        waitingSince = due.map(LetterDay::dueAt).orElse(null);
        due.filter(day -> !letters.written(day))
                .ifPresent(day -> letters.write(day)
                        .ifPresent(number -> log.info("{} letters of {} are written", number, day.period())));
        waitingSince = null;
    }

    private double late() {
        var since = waitingSince;
        return since == null ? 0 : Duration.between(since, clock.instant()).toSeconds();
    }
}
