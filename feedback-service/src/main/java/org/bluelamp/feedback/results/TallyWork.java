package org.bluelamp.feedback.results;

import java.time.Duration;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has rounds added up of which much came since, or which have closed. Any number of replicas may do so. */
@Component
class TallyWork extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(TallyWork.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Tallying tallying;

    TallyWork(Tallying tallying) {
        super("tallies");
        this.tallying = tallying;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            try {
                tallying.stale().forEach(this::addUp);
            } catch (RuntimeException e) {
                log.warn("Adding up rounds waits some seconds: {}", e.toString());
            }
            Thread.sleep(EVERY);
        }
    }

    /** A round that cannot be added up holds up no other. */
    private void addUp(RoundId round) {
        try {
            tallying.addUp(round);
        } catch (RuntimeException e) {
            log.warn("Round {} could not be added up: {}", round, e.toString());
        }
    }
}
