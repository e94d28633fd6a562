package org.bluelamp.feedback.round;

import java.time.Duration;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens and closes rounds on their days. Every replica looks every few seconds; a round is claimed and changed in one
 * transaction, so each is opened once, and what fell due while nothing ran is done at the start.
 */
@Component
class RoundDays extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(RoundDays.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final RoundDesk desk;

    RoundDays(RoundDesk desk) {
        super("round-days");
        this.desk = desk;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            look();
            Thread.sleep(EVERY);
        }
    }

    void look() {
        try {
            for (RoundId round : desk.due()) {
                try {
                    desk.doWhatIsDue(round);
                } catch (RuntimeException e) {
                    // The others go on; this one is tried again.
                    log.error("What is due with round {} was not done", round, e);
                }
            }
        } catch (RuntimeException e) {
            log.warn("Rounds that are due wait some seconds: {}", e.toString());
        }
    }
}
