package org.bluelamp.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tool was told last of a thing, for its editors.
 *
 * @param tool the host of its address; the rest may hold what is not for everybody
 * @param at when it was tried last; null before the first attempt
 * @param answer what came of that, in words
 */
public record Heard(
        String tool,
        CallState state,
        @Nullable Instant at,
        @Nullable String answer) {}
