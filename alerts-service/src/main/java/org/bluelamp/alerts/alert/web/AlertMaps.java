package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.Boundaries;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Draws where alerts are. */
@Component
class AlertMaps {

    private final Areas areas;
    private final Boundaries boundaries;

    AlertMaps(Areas areas, Boundaries boundaries) {
        this.areas = areas;
        this.boundaries = boundaries;
    }

    AlertMap of(Content content) {
        var target = content.target();
        var ground = target.ground().map(Ground::shape).orElse(null);
        var here = new ArrayList<>(boundaries.of(target.areas()).values());
        var view = AlertMap.view(ground == null ? here : List.<Geometry>of(ground));
        var around = view.isNull() ? Map.<AreaCode, Geometry>of() : boundaries.nearby(view);
        var named = areas.named(around.keySet());
        var names = named.stream().collect(Collectors.toMap(Area::code, Area::fullName));
        var shortNames = named.stream().collect(Collectors.toMap(Area::code, Area::name));
        return AlertMap.of(
                "Map: where the alert is, " + target.inWords(areas.named(target.areas())),
                here,
                ground,
                around,
                names,
                shortNames);
    }
}
