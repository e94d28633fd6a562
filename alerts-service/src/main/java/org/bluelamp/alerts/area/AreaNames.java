package org.bluelamp.alerts.area;

import java.util.HashMap;
import java.util.Map;
import org.bluelamp.service.area.AreaCode;

/** What areas are called, each asked for once. For one thread, and for a moment: a later name is not seen. */
public final class AreaNames {

    private final Areas areas;
    private final Map<AreaCode, String> known = new HashMap<>();

    AreaNames(Areas areas) {
        this.areas = areas;
    }

    /** The full name of an area; "this area" for one that the directory did not tell of. */
    public String of(AreaCode area) {
        return known.computeIfAbsent(
                area, code -> areas.find(code).map(Area::fullName).orElse("this area"));
    }
}
