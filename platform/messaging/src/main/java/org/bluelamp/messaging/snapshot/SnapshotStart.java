package org.bluelamp.messaging.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.messaging.BackgroundWork;
import org.bluelamp.messaging.Consumption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;

/**
 * Asks for snapshots once a service's queues stand at the broker; asked earlier, the answer would pass them by. The
 * broker may be away for as long as it likes.
 */
final class SnapshotStart extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(SnapshotStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Snapshots snapshots;
    private final AmqpAdmin broker;

    SnapshotStart(Snapshots snapshots, AmqpAdmin broker) {
        super("snapshot-requests");
        this.snapshots = snapshots;
        this.broker = broker;
    }

    @Override
    protected void work() throws InterruptedException {
        List<Consumption> open = new ArrayList<>(snapshots.ofOthers());
        while (!open.isEmpty()) {
            open.removeIf(this::asked);
            Thread.sleep(PAUSE);
        }
    }

    private boolean asked(Consumption consumption) {
        try {
            if (broker.getQueueInfo(consumption.queue()) == null) {
                return false;
            }
            snapshots.askOnce(consumption);
            return true;
        } catch (RuntimeException e) {
            log.debug("Asking {} for a snapshot waits: {}", consumption.source(), e.toString());
            return false;
        }
    }
}
