package org.bluelamp.alerts.alert;

import java.time.Duration;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends alerts whose time is over. Every replica looks once a second; an alert is claimed and changed in one transaction,
 * so each is ended once, and what ended while nothing ran is ended at the start. Nobody who shows alerts waits for this.
 */
@Component
class Expiry extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final AlertDesk desk;

    Expiry(AlertDesk desk) {
        super("alert-expiry");
        this.desk = desk;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(look() ? EVERY : AFTER_FAILURE);
        }
    }

    /** @return false when the database could not be asked */
    private boolean look() {
        try {
            for (var alert : desk.over()) {
                try {
                    desk.expire(alert);
                } catch (RuntimeException e) {
                    // The others go on; this one is tried again.
                    log.error("Alert {} could not be ended", alert, e);
                }
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("Alerts that are over wait some seconds: {}", e.toString());
            return false;
        }
    }
}
