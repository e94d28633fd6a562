package org.bluelamp.directory.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code alerts.alert.issued}, {@code .updated}, {@code .cancelled} and {@code .expired},
 * which have one shape: each tells the whole alert as it is.
 *
 * @param status {@code live}, {@code cancelled} or {@code expired}
 * @param headline null when it was cancelled
 */
record AlertTold(
        String reference,
        String status,
        @Nullable String headline,
        @Nullable String instruction,
        String severity,
        String urgency,
        List<String> areas,
        Sender sender,
        Instant issuedAt,
        Instant sentAt,
        Instant expiresAt) {

    static final String ISSUED = "alerts.alert.issued";
    static final String UPDATED = "alerts.alert.updated";
    static final String CANCELLED = "alerts.alert.cancelled";
    static final String EXPIRED = "alerts.alert.expired";

    record Sender(String name) {}

    /** @throws IllegalArgumentException when the status is one that nobody knows here */
    boolean live() {
        return switch (status) {
            case "live" -> true;
            case "cancelled", "expired" -> false;
            default -> throw new IllegalArgumentException("An alert has no status " + status);
        };
    }
}
