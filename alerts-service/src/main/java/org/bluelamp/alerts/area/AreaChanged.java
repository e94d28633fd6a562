package org.bluelamp.alerts.area;

import org.jspecify.annotations.Nullable;

/** What this service needs of {@code directory.area.changed}. */
record AreaChanged(
        String code, String kind, String name, @Nullable String parent) {}
