package org.bluelamp.alerts.area.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Boundaries;
import org.bluelamp.alerts.area.MapFrame;
import org.bluelamp.service.area.AreaCode;
import org.springframework.stereotype.Component;

/** Makes maps to draw on. */
@Component
public class DrawMaps {

    private static final double AROUND = 0.1;

    private final Areas areas;
    private final Boundaries boundaries;

    DrawMaps(Areas areas, Boundaries boundaries) {
        this.areas = areas;
        this.boundaries = boundaries;
    }

    /** A map of these areas with the neighbourhoods in and around them; empty when it is not known where they lie. */
    public Optional<DrawMap> of(Collection<AreaCode> shown) {
        var here = new ArrayList<>(boundaries.of(shown).values());
        return MapFrame.around(here, AROUND).map(frame -> {
            var around = boundaries.nearby(frame.view());
            var named = areas.named(around.keySet());
            var names = named.stream().collect(Collectors.toMap(Area::code, Area::name));
            return new DrawMap(
                    "Map of " + Area.inWords(areas.named(shown)),
                    frame,
                    around.entrySet().stream()
                            .map(area -> new DrawMap.Shape(
                                    names.getOrDefault(area.getKey(), ""), frame.path(area.getValue())))
                            .toList(),
                    MapLabel.of(frame, around, names));
        });
    }
}
