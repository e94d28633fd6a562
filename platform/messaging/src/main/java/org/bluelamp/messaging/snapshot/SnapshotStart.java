package org.bluelamp.messaging.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.messaging.Consumption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.context.SmartLifecycle;

/**
 * Asks for snapshots once a service's queues stand at the broker; asked earlier, the answer would pass them by. The
 * broker may be away for as long as it likes.
 */
final class SnapshotStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SnapshotStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Snapshots snapshots;
    private final AmqpAdmin broker;
    private @Nullable Thread thread;

    SnapshotStart(Snapshots snapshots, AmqpAdmin broker) {
        this.snapshots = snapshots;
        this.broker = broker;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("snapshot-requests").start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        List<Consumption> open = new ArrayList<>(snapshots.ofOthers());
        while (!open.isEmpty()) {
            open.removeIf(this::asked);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
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
