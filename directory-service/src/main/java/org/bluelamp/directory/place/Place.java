package org.bluelamp.directory.place;

import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A town, a village or a part of a town.
 *
 * @param kind {@code town}, {@code village} or {@code suburb}
 * @param within the town a suburb belongs to
 */
public record Place(
        String name,
        String kind,
        @Nullable String within,
        double longitude,
        double latitude,
        AreaCode neighbourhood,
        String source) {}
