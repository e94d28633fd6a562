package org.bluelamp.feedback.area;

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
 * @param boundary where it lies, as a GeoJSON geometry; null when that is not known
 */
record AreaChanged(
        String code, String kind, String name, @Nullable JsonNode boundary) {

    /** @throws IllegalArgumentException when the code or kind is not one */
    Area area() {
        return new Area(new AreaCode(code), AreaKind.of(kind), name);
    }

    /**
     * The boundary as text, once it was seen to be one; null when it is not known.
     *
     * @throws IllegalArgumentException when it is no polygon
     */
    @Nullable
    String outline() {
        if (boundary == null || boundary.isNull()) {
            return null;
        }
        Outline.read(boundary);
        return boundary.toString();
    }
}
