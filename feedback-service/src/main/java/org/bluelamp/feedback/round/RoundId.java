package org.bluelamp.feedback.round;

import java.util.UUID;

/** The id of a round, the same for ever and in every service. */
public record RoundId(UUID value) {

    /** An id nobody has. */
    public static RoundId next() {
        return new RoundId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
