package org.bluelamp.feedback.cases;

import java.time.Duration;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether it was counted today how promises are kept. */
@Component
class Measuring extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Measuring.class);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Measures measures;

    Measuring(Measures measures) {
        super("measuring");
        this.measures = measures;
    }

    @Override
    protected void work() throws InterruptedException {
        Thread.sleep(FIRST);
        while (true) {
            try {
                measures.measure();
            } catch (RuntimeException e) {
                log.warn("How promises are kept is counted some minutes later: {}", e.toString());
            }
            Thread.sleep(EVERY);
        }
    }
}
