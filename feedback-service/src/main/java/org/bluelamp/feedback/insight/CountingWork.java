package org.bluelamp.feedback.insight;

import java.time.Duration;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has concerns and answers added up by area and day, and looked for what rose suddenly. Any number of replicas may do so. */
@Component
class CountingWork extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(CountingWork.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Counting counting;
    private final SpikeDesk spikes;

    CountingWork(Counting counting, SpikeDesk spikes) {
        super("insight");
        this.counting = counting;
        this.spikes = spikes;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            try {
                counting.countIfDue();
                spikes.lookIfDue();
            } catch (RuntimeException e) {
                log.warn("Adding up what residents bring waits some seconds: {}", e.toString());
            }
            Thread.sleep(EVERY);
        }
    }
}
