package org.bluelamp.feedback.area;

import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;

/**
 * {@code directory.area.changed}, as far as this service needs it.
 *
 * @param code the area's code
 * @param kind force, district or neighbourhood
 * @param name the area's name
 */
record AreaChanged(String code, String kind, String name) {

    /** @throws IllegalArgumentException when the code or kind is not one */
    Area area() {
        return new Area(new AreaCode(code), AreaKind.of(kind), name);
    }
}
