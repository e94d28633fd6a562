package org.bluelamp.alerts.area;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What this service needs of {@code directory.area.changed}. */
record AreaChanged(
        String code,
        String kind,
        String name,
        @Nullable String parent,
        @Nullable JsonNode boundary,
        @Nullable Integer households) {}
