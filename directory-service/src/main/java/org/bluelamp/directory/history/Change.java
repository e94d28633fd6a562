package org.bluelamp.directory.history;

import java.time.Instant;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change that was made to something of an area.
 *
 * @param subject the kind of thing, for example {@code team}, {@code station}, {@code meeting}
 * @param subjectId which one
 * @param before the thing as it was; null when it did not exist
 * @param after the thing as it became; null when it was removed
 * @param what changed, in words
 * @param changedBy id of the member of staff; null when the platform did it by itself
 * @param undoneBy number of the change that undid this one; null while it stands
 * @param deed what it was a part of, with others that are undone together with it; null when it stands alone
 * @param parts how many changes the deed has, this one included
 */
public record Change(
        long id,
        AreaCode area,
        String subject,
        String subjectId,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        String what,
        @Nullable String changedBy,
        String changedByName,
        Instant changedAt,
        @Nullable Long undoneBy,
        @Nullable UUID deed,
        int parts) {}
