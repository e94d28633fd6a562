package org.bluelamp.alerts.delivery;

import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what became of deliveries. Each worker waits until its outcome is committed before it begins the next mail, so
 * a crash repeats at most the one mail in each worker's hands; but those that wait at the same time are written as one
 * set by whoever is first, for a commit each would be most of the work.
 */
@Component
class Outcomes {

    private final Deliveries deliveries;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    Outcomes(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Writes an outcome; it is committed when this returns.
     *
     * @throws RuntimeException when it could not be written; the claim lapses then, and another worker has the delivery
     */
    void write(Outcome outcome) {
        var own = new Waiting(outcome);
        queue.add(own);
        writing.lock();
        try {
            if (!own.done) {
                writeAll();
            }
        } finally {
            writing.unlock();
        }
        if (own.fault != null) {
            throw own.fault;
        }
    }

    private void writeAll() {
        var all = new ArrayList<Waiting>();
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            all.add(next);
        }
        @Nullable RuntimeException fault = new IllegalStateException("Outcomes could not be written");
        try {
            var outcomes = all.stream().map(waiting -> waiting.outcome).toList();
            if (outcomes.stream().allMatch(Outcome::isPlainEnd)) {
                deliveries.end(outcomes);
            } else {
                deliveries.write(outcomes);
            }
            fault = null;
        } catch (RuntimeException e) {
            fault = e;
        } finally {
            for (var waiting : all) {
                waiting.fault = fault;
                waiting.done = true;
            }
        }
    }

    /** Touched under the lock only, but for its making. */
    private static final class Waiting {

        private final Outcome outcome;
        private boolean done;
        private @Nullable RuntimeException fault;

        private Waiting(Outcome outcome) {
            this.outcome = outcome;
        }
    }
}
