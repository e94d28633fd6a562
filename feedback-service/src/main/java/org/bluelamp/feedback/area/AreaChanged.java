package org.bluelamp.feedback.area;

import org.bluelamp.feedback.pin.Outline;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code directory.area.changed}, as far as this service needs it.
 *
 * @param code the area's code
 * @param kind force, district or neighbourhood
 * @param name the area's name
 * @param boundary where it lies, as GeoJSON; null when that is not known
 */
record AreaChanged(
        String code, String kind, String name, @Nullable JsonNode boundary) {

    /** @throws IllegalArgumentException when the code or kind is not one */
    Area area() {
        return new Area(new AreaCode(code), AreaKind.of(kind), name);
    }

    /**
     * Where the area lies; null when that is not known.
     *
     * @throws IllegalArgumentException when what was told is no outline
     */
    @Nullable
    Outline outline() {
        return boundary == null || boundary.isNull() ? null : Outline.read(boundary);
    }
}
