package org.bluelamp.alerts.area;

import java.util.Map;
import org.bluelamp.service.area.AreaCode;

/**
 * What the own force's areas are called at a moment.
 *
 * @param byCode full names
 */
public record AreaNames(Map<AreaCode, String> byCode) {

    public AreaNames {
        byCode = Map.copyOf(byCode);
    }

    /** The full name of an area; "this area" for one that the directory did not tell of. */
    public String of(AreaCode area) {
        return byCode.getOrDefault(area, "this area");
    }
}
