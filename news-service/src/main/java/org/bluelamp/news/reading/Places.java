package org.bluelamp.news.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.service.area.AreaCode;

/**
 * Where the articles that concern an area stand in the ready-made lists: with what is for the area, with what is for
 * one inside it, and with what is for each area around it, though not with what is for its neighbours there.
 */
record Places(Set<Place> all) {

    static final Places EVERYWHERE = new Places(Set.of(new Place("", true)));

    /**
     * One stretch of the lists.
     *
     * @param code of the area; empty for everywhere
     * @param own what is for the area itself, else what is for one inside it
     */
    record Place(String code, boolean own) {}

    static Places concerning(AreaCode area) {
        return concerning(List.of(area));
    }

    static Places concerning(Collection<AreaCode> areas) {
        Set<Place> places = new LinkedHashSet<>();
        for (AreaCode area : areas) {
            String code = area.value();
            places.add(new Place(code, true));
            places.add(new Place(code, false));
            for (int end = code.lastIndexOf('/'); end > 0; end = code.lastIndexOf('/', end - 1)) {
                places.add(new Place(code.substring(0, end), true));
            }
        }
        return new Places(places);
    }

    /** As two arrays that {@code unnest(:codes, :own)} makes a table of. */
    Map<String, Object> parameters() {
        List<Place> places = new ArrayList<>(all);
        return Map.of(
                "codes", places.stream().map(Place::code).toArray(String[]::new),
                "own", places.stream().map(Place::own).toArray(Boolean[]::new));
    }
}
