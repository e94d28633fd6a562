package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param stopped the day on which emails were stopped, because they came back; null when they were not
 */
public record ConfirmPage(
        String area, String token, String wording, @Nullable String stopped) {}
