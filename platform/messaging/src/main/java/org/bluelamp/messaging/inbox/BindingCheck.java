package org.bluelamp.messaging.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Keeps a service from starting whose configuration and handlers disagree: a key without a handler would dead-letter
 * every such event, a handler without a key would never be called, and both go unnoticed for long.
 */
final class BindingCheck implements SmartInitializingSingleton {

    private static final String SNAPSHOT_REQUESTED = ".snapshot.requested";

    private final List<Consumption> consumptions;
    private final EventHandlers handlers;
    private final ObjectProvider<SnapshotSource> snapshots;

    BindingCheck(List<Consumption> consumptions, EventHandlers handlers, ObjectProvider<SnapshotSource> snapshots) {
        this.consumptions = consumptions;
        this.handlers = handlers;
        this.snapshots = snapshots;
    }

    /** @throws IllegalStateException telling every disagreement */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = new ArrayList<>();
        Set<String> bound = new HashSet<>();
        for (Consumption consumption : consumptions) {
            if (consumption.types().isEmpty()) {
                faults.add("binding " + consumption.binding() + " names no events: set binding-routing-key");
            }
            for (String type : consumption.types()) {
                bound.add(type);
                if (type.contains("*") || type.contains("#")) {
                    faults.add("binding " + consumption.binding() + " binds the pattern " + type
                            + ": name each event, so that the contract can be checked");
                } else if (!type.startsWith(consumption.source() + ".")) {
                    faults.add(type + " is bound to the exchange " + consumption.source()
                            + ", where it is never published");
                } else if (handlers.of(type).isEmpty()) {
                    faults.add(type + " is bound by " + consumption.binding() + " and has no EventHandler");
                }
            }
        }
        for (String type : handlers.types()) {
            if (!bound.contains(type)) {
                faults.add(type + " has an EventHandler and no binding");
            }
        }
        boolean answers = bound.stream().anyMatch(type -> type.endsWith(SNAPSHOT_REQUESTED));
        if (snapshots.stream().findAny().isPresent() && !answers) {
            faults.add("there is a SnapshotSource, and no <consumer>" + SNAPSHOT_REQUESTED + " is bound to ask for it");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The bindings and the event handlers disagree: "
                    + String.join("; ", faults.stream().sorted().toList()));
        }
    }
}
