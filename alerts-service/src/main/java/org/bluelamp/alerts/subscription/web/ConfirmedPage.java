package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * What a link to confirm shows that was used before.
 *
 * @param area what it was for; null when that is not followed any more
 * @param manage the path of the person's own page
 */
public record ConfirmedPage(@Nullable String area, String manage) {}
