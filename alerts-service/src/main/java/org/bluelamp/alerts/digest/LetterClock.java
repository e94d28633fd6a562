package org.bluelamp.alerts.digest;

import java.time.Clock;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the day's letters written when it is time. Every replica looks; the first one's transaction is the only one. */
@Component
class LetterClock extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(LetterClock.class);

    private final Letters letters;
    private final LetterSettings settings;
    private final Clock clock;

    LetterClock(Letters letters, LetterSettings settings, Clock clock) {
        super("letter-clock");
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

    private void look() {
        LetterDay.at(clock.instant(), settings)
                .filter(day -> !letters.written(day))
                .ifPresent(day -> letters.write(day)
                        .ifPresent(number -> log.info("{} letters of {} are written", number, day.period())));
    }
}
