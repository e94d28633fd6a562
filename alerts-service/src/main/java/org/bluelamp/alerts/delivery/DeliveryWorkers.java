package org.bluelamp.alerts.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs the workers of this process. They are woken when a transaction here added deliveries, and look by themselves for
 * what other replicas added or left behind. Any number of replicas may run them.
 */
@Component
class DeliveryWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorkers.class);

    private final DeliveryRun run;
    private final DeliverySettings settings;
    private final List<Worker> workers = new ArrayList<>();
    private volatile boolean running;

    DeliveryWorkers(DeliveryRun run, DeliverySettings settings) {
        this.run = run;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        workers.add(new Worker("deliveries-first", Lane.TRANSACTIONAL));
        for (var n = 1; n <= settings.workers(); n++) {
            workers.add(new Worker("deliveries-" + n, Lane.DIGEST));
        }
        workers.forEach(worker -> worker.thread.start());
    }

    /** Lets every worker end the mail in its hands and give back the rest of its batch. */
    @Override
    public synchronized void stop() {
        running = false;
        workers.forEach(Worker::wake);
        for (var worker : workers) {
            try {
                worker.thread.join(settings.leaseReserve());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(DeliveriesAdded added) {
        List.copyOf(workers).forEach(Worker::wake);
    }

    private final class Worker {

        private final Lane last;
        private final Thread thread;
        private final Semaphore signal = new Semaphore(0);

        private Worker(String name, Lane last) {
            this.last = last;
            this.thread = Thread.ofVirtual().name(name).unstarted(this::work);
        }

        private void wake() {
            signal.release();
        }

        private void work() {
            while (running) {
                try {
                    if (run.once(last, () -> !running) == 0) {
                        rest();
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (Throwable fault) {
                    if (fault instanceof Exception) {
                        // The database is away, most likely. Claims lapse by themselves; keep looking, slowly.
                        log.warn("A delivery worker could not work: {}", fault.toString());
                    } else {
                        // Whatever this batch did, a worker that has ended would send nothing again.
                        log.error("A delivery worker could not work", fault);
                    }
                    try {
                        rest();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            }
        }

        /** Waits for a signal or the next look. One that came since the last look is still there, so none is missed. */
        private void rest() throws InterruptedException {
            if (running && signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        }
    }
}
