package org.bluelamp.messaging.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.bluelamp.messaging.EventJson;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table in the service's own database. */
final class TransactionalOutbox implements Outbox {

    private static final int ROWS_PER_INSERT = 500;

    private final OutboxTable table;
    private final EventJson json;
    private final OutboxSignal signal;
    private final Traces traces;
    private final Clock clock;

    TransactionalOutbox(OutboxTable table, EventJson json, OutboxSignal signal, Traces traces, Clock clock) {
        this.table = table;
        this.json = json;
        this.signal = signal;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public void append(OutgoingEvent event) {
        appendAll(Stream.of(event));
    }

    @Override
    public void appendAll(Stream<OutgoingEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "An event is announced in the transaction of the change it tells of; there is none");
        }
        Instant now = clock.instant();
        String trace = traces.current();
        try (events) {
            events.map(event -> row(event, now, trace))
                    .gather(Gatherers.windowFixed(ROWS_PER_INSERT))
                    .forEach(this::insert);
        }
    }

    private void insert(List<OutboxRow> rows) {
        table.insert(rows);
        if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(WakeRelay.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new WakeRelay(signal));
        }
    }

    private OutboxRow row(OutgoingEvent event, Instant now, @Nullable String trace) {
        return new OutboxRow(
                UUID.randomUUID(),
                0,
                event.type(),
                event.subject(),
                event.version(),
                event.snapshot(),
                json.write(event.data()),
                trace,
                now,
                0);
    }

    private record WakeRelay(OutboxSignal signal) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            signal.wake();
        }
    }
}
