package org.bluelamp.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches of consuming. */
final class InboxMeters {

    private final MeterRegistry registry;

    InboxMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void handled(String type, boolean first) {
        registry.counter("bluelamp.events.handled", "type", type, "result", first ? "applied" : "seen before")
                .increment();
    }
}
