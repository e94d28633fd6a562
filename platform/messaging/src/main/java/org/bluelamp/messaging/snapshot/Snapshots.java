package org.bluelamp.messaging.snapshot;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the owners of what this service holds copies of for their present state. */
public final class Snapshots {

    private static final String REQUESTED = ".snapshot.requested";

    private final String service;
    private final List<Consumption> consumptions;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Snapshots(
            String service,
            List<Consumption> consumptions,
            JdbcClient jdbc,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.service = service;
        this.consumptions = consumptions;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The queues through which copies arrive; a queue of nothing but requests brings none. */
    List<Consumption> ofOthers() {
        return consumptions.stream()
                .filter(consumption -> !types(consumption).isEmpty())
                .toList();
    }

    /** The services whose state this one keeps copies of. */
    public List<String> owners() {
        return ofOthers().stream().map(Consumption::source).distinct().sorted().toList();
    }

    /** Asks unless it was asked before for the same types of event, by whichever replica. */
    void askOnce(Consumption consumption) {
        transaction.executeWithoutResult(status -> {
            boolean changed = jdbc.sql("""
                    insert into messaging.snapshot_request as held (owner, types, requested_at)
                    values (:owner, :types, :now)
                    on conflict (owner) do update
                      set types = excluded.types, requested_at = excluded.requested_at
                      where held.types <> excluded.types
                    """)
                            .param("owner", consumption.source())
                            .param("types", types(consumption))
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            if (changed) {
                announce(consumption.source());
            }
        });
    }

    /**
     * Asks again, to rebuild what this service copied or set it right; joins the caller's transaction, if any.
     *
     * @throws IllegalArgumentException when this service holds nothing of that owner
     */
    public void ask(String owner) {
        if (!owners().contains(owner)) {
            throw new IllegalArgumentException("Nothing of " + owner + " is held here");
        }
        transaction.executeWithoutResult(status -> announce(owner));
    }

    private void announce(String owner) {
        outbox.append(new OutgoingEvent(
                service + REQUESTED, owner, clock.instant().toEpochMilli(), new SnapshotRequested(owner)));
    }

    private static String types(Consumption consumption) {
        TreeSet<String> types = new TreeSet<>(consumption.types());
        types.removeIf(type -> type.endsWith(REQUESTED));
        return String.join(",", types);
    }
}
