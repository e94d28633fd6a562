package org.bluelamp.directory.street;

import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A street, or the part of a long one that lies in one neighbourhood.
 *
 * @param town what people say behind a comma to tell streets of one name apart
 * @param longitude of a point on it, degrees, WGS84
 * @param latitude of the same point
 * @param neighbourhood the one that point lies in; null when it is none that we hold
 */
public record Street(
        String name,
        String town,
        double longitude,
        double latitude,
        @Nullable AreaCode neighbourhood,
        String source) {}
