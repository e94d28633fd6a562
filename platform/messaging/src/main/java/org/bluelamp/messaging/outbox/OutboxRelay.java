package org.bluelamp.messaging.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bluelamp.messaging.MessagingProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what waits in the outbox: claims rows with a lease in one short transaction, publishes them outside of any,
 * and marks in a second one those that the broker took. A crash in between leaves the rows to the next relay once the
 * lease ends; they may then be published twice, which consumers bear. Any number of relays may run.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxTable table;
    private final Publisher publisher;
    private final OutboxSignal signal;
    private final TransactionTemplate transaction;
    private final MessagingProperties properties;
    private final OutboxMeters meters;

    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(5);

    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxTable table,
            Publisher publisher,
            OutboxSignal signal,
            TransactionTemplate transaction,
            MessagingProperties properties,
            OutboxMeters meters) {
        this.table = table;
        this.publisher = publisher;
        this.signal = signal;
        this.transaction = transaction;
        this.properties = properties;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    /** Lets the batch in hand finish, so that no row waits for its lease to end. */
    @Override
    public synchronized void stop() {
        running = false;
        signal.wake();
        Thread relay = thread;
        if (relay != null) {
            try {
                if (!relay.join(properties.confirmTimeout().plusSeconds(5))) {
                    relay.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the output binding is there and before consumers start; stopped after web requests have ended. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        boolean brokerAway = false;
        long measured = System.nanoTime() - BETWEEN_MEASUREMENTS.toNanos();
        while (running) {
            try {
                if (pause.isPositive()) {
                    // Not through the signal: new rows do not bring a broker or a database back.
                    Thread.sleep(pause);
                }
                Step step = relayBatch();
                if (System.nanoTime() - measured >= BETWEEN_MEASUREMENTS.toNanos()) {
                    meters.looked(table.backlog());
                    measured = System.nanoTime();
                }
                // An outbox without due rows tells nothing of the broker.
                if (step != Step.NOTHING && brokerAway != (step == Step.BROKER_AWAY)) {
                    brokerAway = !brokerAway;
                    if (brokerAway) {
                        log.warn("Publishing pauses: the broker is away");
                    } else {
                        log.info("Publishing goes on: the broker is back");
                    }
                }
                pause = switch (step) {
                    case MORE -> Duration.ZERO;
                    case BROKER_AWAY -> longer(pause);
                    case DONE, NOTHING -> {
                        signal.await(properties.poll());
                        yield Duration.ZERO;
                    }
                };
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                pause = longer(pause);
                log.warn("Publishing pauses for {}: {}", pause, e.toString());
            } catch (Throwable e) {
                // Whatever this batch did, the next may do better; a relay that has ended would publish nothing again.
                pause = longer(pause);
                log.error("Publishing pauses for {}", pause, e);
            }
        }
    }

    private Step relayBatch() throws InterruptedException {
        UUID lease = UUID.randomUUID();
        List<OutboxRow> rows =
                transaction.execute(status -> table.claim(lease, properties.batch(), properties.lease()));
        if (rows.isEmpty()) {
            return Step.NOTHING;
        }
        Publication publication = publisher.publish(rows);
        transaction.executeWithoutResult(status -> settle(lease, rows, publication));
        meters.count(publication);
        if (publication.brokerAway()) {
            return Step.BROKER_AWAY;
        }
        return rows.size() == properties.batch() ? Step.MORE : Step.DONE;
    }

    private void settle(UUID lease, List<OutboxRow> rows, Publication publication) {
        if (!publication.published().isEmpty()) {
            table.markPublished(publication.published());
        }
        if (!publication.failed().isEmpty()) {
            table.markFailed(lease, publication.failed(), properties.firstRetry(), properties.lastRetry());
            log.warn(
                    "{} events stay in the outbox; the first: {}",
                    publication.failed().size(),
                    publication.failed().getFirst().reason());
        }
        if (publication.published().size() + publication.failed().size() < rows.size()) {
            table.release(lease);
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.isPositive() ? pause.multipliedBy(2) : Duration.ofMillis(250);
        return doubled.compareTo(Duration.ofSeconds(5)) > 0 ? Duration.ofSeconds(5) : doubled;
    }

    /** Sends rows and tells how it went. */
    @FunctionalInterface
    interface Publisher {

        Publication publish(List<OutboxRow> rows) throws InterruptedException;
    }

    private enum Step {
        MORE,
        DONE,
        NOTHING,
        BROKER_AWAY
    }
}
