package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * What somebody changes of a place that they follow, as it was sent.
 *
 * @param name what they call it; empty for no name
 * @param leastSeverity the code of which alerts
 */
record PlaceChangeForm(@Nullable String name, @Nullable String leastSeverity) {

    @Override
    public String toString() {
        return "PlaceChangeForm[not shown]";
    }
}
