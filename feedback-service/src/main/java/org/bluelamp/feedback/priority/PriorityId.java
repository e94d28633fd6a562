package org.bluelamp.feedback.priority;

import java.util.UUID;

/** The id of a priority, the same for ever and in every service. */
public record PriorityId(UUID value) {

    /** An id nobody has. */
    public static PriorityId next() {
        return new PriorityId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
