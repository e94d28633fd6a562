package org.bluelamp.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process when a transaction left something in the outbox. */
final class OutboxSignal {

    private final Semaphore woken = new Semaphore(0);

    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    void await(Duration atMost) throws InterruptedException {
        if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }
}
