package org.bluelamp.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An announcement that waits to be published. */
record OutboxRow(
        UUID id,
        long position,
        String type,
        String subject,
        long version,
        boolean snapshot,
        String data,
        @Nullable String traceparent,
        Instant occurredAt,
        int attempts) {}
