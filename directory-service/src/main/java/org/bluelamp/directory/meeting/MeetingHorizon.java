package org.bluelamp.directory.meeting;

import java.time.Duration;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that consumers never run out of dates: announces a series again while two months of those announced are
 * still ahead. Every replica looks, soon after its start and then every hour; rows are claimed, so each series is
 * announced once.
 */
@Component
class MeetingHorizon extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingHorizon.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 200;

    private final MeetingRegister register;

    MeetingHorizon(MeetingRegister register) {
        super("meeting-horizon");
        this.register = register;
    }

    @Override
    protected void work() throws InterruptedException {
        Thread.sleep(FIRST);
        while (true) {
            look();
            Thread.sleep(EVERY);
        }
    }

    /** Announces what has to be announced again. */
    void look() {
        try {
            int announced;
            int all = 0;
            do {
                announced = register.announceAgain(AT_ONCE);
                all += announced;
            } while (announced == AT_ONCE);
            if (all > 0) {
                LOG.info("Announced the next dates of {} meetings that repeat", all);
            }
        } catch (RuntimeException e) {
            LOG.warn("Announcing the next dates of meetings waits for the next hour: {}", e.toString());
        }
    }
}
