package org.bluelamp.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a tool is told.
 *
 * @param id what the tool knows it by
 * @param type what happened, for example {@code article.published}
 * @param thing what it is about; null for a test
 * @param title of the thing; null for a test, or when the thing is gone
 * @param nextAt when it is tried next, while it waits
 * @param lastAt when it was tried last
 * @param lastAnswer what came of that, in words
 * @param repeatable whether it can be sent once more: its words are still there
 */
public record Call(
        UUID id,
        String type,
        @Nullable UUID thing,
        @Nullable String title,
        CallState state,
        int attempts,
        Instant madeAt,
        Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable String lastAnswer,
        boolean repeatable) {

    Call titled(Map<UUID, String> titles) {
        return new Call(
                id,
                type,
                thing,
                thing == null ? null : titles.get(thing),
                state,
                attempts,
                madeAt,
                nextAt,
                lastAt,
                lastAnswer,
                repeatable);
    }
}
