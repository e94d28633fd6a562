package org.bluelamp.alerts.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs the workers of this process, those of each channel apart from the others'. They are woken when a transaction here
 * added deliveries, and look by themselves for what other replicas added or left behind. Any number of replicas may run
 * them.
 */
class DeliveryWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorkers.class);

    /**
     * While the mail server is away, and of a worker that is woken when there is something to do. So a confirmation is late
     * by no more than this once it is back.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** All workers together, when the process ends; well below what the process is given to end. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(15);

    private final List<? extends DeliveryRun<?, ?>> runs;
    private final DeliverySettings settings;
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    DeliveryWorkers(List<? extends DeliveryRun<?, ?>> runs, DeliverySettings settings) {
        this.runs = List.copyOf(runs);
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var run : runs) {
            var name = "deliveries-" + run.way().word() + "-";
            for (var n = 1; n <= run.crew().first(); n++) {
                workers.add(new Worker(run, name + "first-" + n, Lane.TRANSACTIONAL, n == 1));
            }
            for (var n = 1; n <= run.crew().all(); n++) {
                workers.add(new Worker(run, name + n, Lane.DIGEST, n == 1));
            }
        }
        workers.forEach(worker -> worker.thread.start());
    }

    /**
     * Lets every worker end the mail in its hands and give back the rest of its batch. One that waits for a mail server
     * which does not answer is left: its claims lapse.
     */
    @Override
    public synchronized void stop() {
        running = false;
        workers.forEach(Worker::wake);
        var end = System.nanoTime() + TIME_TO_STOP.toNanos();
        for (var worker : workers) {
            try {
                if (!worker.thread.join(Duration.ofNanos(Math.max(end - System.nanoTime(), 1)))) {
                    worker.thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        workers.clear();
    }

    /** Stops after the web server, whose readers are not to wait for the mail server, and before the outbox's relay. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(DeliveriesAdded added) {
        wakeAll();
    }

    private void wakeAll() {
        workers.forEach(Worker::wake);
    }

    /** Those who can help with a batch that was full. */
    private void wakeAllOf(DeliveryRun<?, ?> run) {
        workers.stream().filter(worker -> worker.run == run).forEach(Worker::wake);
    }

    /** How long to leave a provider alone that was left alone for so long and is away still. */
    private Duration longer(Duration pause) {
        var doubled = pause.isZero() ? settings.poll() : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private final class Worker {

        private final DeliveryRun<?, ?> run;
        private final Lane last;
        private final Duration idle;
        private final Thread thread;
        private final Semaphore signal = new Semaphore(0);
        private Duration pause = Duration.ZERO;
        private Duration away = Duration.ZERO;

        /** @param lookout whether it looks often without being woken; the others are woken when there is much to do */
        private Worker(DeliveryRun<?, ?> run, String name, Lane last, boolean lookout) {
            this.run = run;
            this.last = last;
            this.idle = lookout ? settings.poll() : LONGEST_PAUSE;
            // A virtual thread is woken by way of two others each time a server answers, which was a tenth of all work.
            this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
        }

        private void wake() {
            signal.release();
        }

        private void work() {
            pause = idle;
            while (running) {
                try {
                    var round = run.once(last, () -> !running);
                    away = round.serverAway() ? longer(away) : Duration.ZERO;
                    pause = round.serverAway() ? away : idle;
                    if (round.claimed() == settings.batchSize() && !round.serverAway()) {
                        wakeAllOf(run);
                    }
                    if (round.claimed() == 0 || round.serverAway()) {
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
            if (running && signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        }
    }
}
