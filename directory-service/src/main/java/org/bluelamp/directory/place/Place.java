package org.bluelamp.directory.place;

import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A town, a village or a part of a town.
 *
 * @param kind {@code town}, {@code village} or {@code suburb}
 * @param within the town a suburb belongs to
 * @param longitude degrees, WGS84
 * @param latitude degrees, WGS84
 * @param neighbourhood the one it lies in; null when it is none that we hold
 */
public record Place(
        String name,
        String kind,
        @Nullable String within,
        double longitude,
        double latitude,
        @Nullable AreaCode neighbourhood,
        String source) {}
