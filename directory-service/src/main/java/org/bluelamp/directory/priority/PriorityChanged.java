package org.bluelamp.directory.priority;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code feedback.priority.changed}. */
record PriorityChanged(
        UUID id,
        String area,
        String issue,
        @Nullable String action,
        String status,
        LocalDate setOn,
        @Nullable LocalDate actionOn,
        LocalDate reviewedOn) {

    static final String TYPE = "feedback.priority.changed";

    /**
     * Whether it is still worked on.
     *
     * @throws IllegalArgumentException when there is no such status
     */
    boolean open() {
        return switch (status) {
            case "open", "continued" -> true;
            case "replaced", "completed" -> false;
            default -> throw new IllegalArgumentException("No status of a priority: " + status);
        };
    }
}
