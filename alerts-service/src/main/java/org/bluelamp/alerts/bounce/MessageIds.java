package org.bluelamp.alerts.bounce;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Message-ID of our emails begins with the id of their delivery. */
public final class MessageIds {

    private MessageIds() {}

    /** The delivery of a Message-ID, with or without its brackets; empty when it is none of ours. */
    public static Optional<UUID> delivery(@Nullable String messageId) {
        var local = messageId == null
                ? ""
                : messageId.strip().replaceFirst("^<", "").replaceFirst("@.*$", "");
        try {
            return Optional.of(UUID.fromString(local));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
