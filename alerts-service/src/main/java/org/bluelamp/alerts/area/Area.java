package org.bluelamp.alerts.area;

import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;

/**
 * An area as the directory tells it.
 *
 * @param code the stable path
 * @param kind how large it is
 * @param name its name, as it stands in a list of its district
 * @param district the name of the district of a neighbourhood; null for others, or as long as it is not known
 */
public record Area(
        AreaCode code, AreaKind kind, String name, @Nullable String district) {

    private static final int NAMED = 3;

    /** The name where its district is not at hand: "North in Welwyn Hatfield", but "Stevenage North". */
    public String fullName() {
        return district == null || name.contains(district) ? name : name + " in " + district;
    }

    /** Several areas in a few words. */
    public static String inWords(List<Area> areas) {
        var names = areas.stream().limit(NAMED).map(Area::fullName).toList();
        var more = areas.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
