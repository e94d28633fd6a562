package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.area.MapFrame;
import org.bluelamp.alerts.area.web.MapLabel;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A map drawn by the server, as SVG: where an alert is, among the neighbourhoods around. Lengths are in the drawing's
 * own unit; the page scales it.
 *
 * @param label what the map is, for those who do not see it
 * @param labels the names of the neighbourhoods that have room for them
 */
public record AlertMap(String label, int width, int height, List<Shape> shapes, List<MapLabel> labels) {

    private static final double AROUND = 0.25;

    /**
     * Something drawn.
     *
     * @param name of the area; null for the ground that the alert is about
     * @param here whether it is where the alert is
     * @param path SVG path data
     */
    public record Shape(@Nullable String name, boolean here, String path) {}

    /** Draws it; not {@link #drawn} when nothing of it is known. */
    static AlertMap of(
            String label,
            Collection<Geometry> here,
            @Nullable Geometry ground,
            Map<AreaCode, Geometry> around,
            Map<AreaCode, String> names,
            Map<AreaCode, String> shortNames) {
        var framed = MapFrame.around(ground == null ? here : List.of(ground), AROUND);
        if (framed.isEmpty()) {
            return new AlertMap(label, MapFrame.WIDTH, 0, List.of(), List.of());
        }
        var frame = framed.get();
        var shapes = new ArrayList<Shape>();
        around.forEach(
                (code, outline) -> shapes.add(new Shape(names.getOrDefault(code, ""), false, frame.path(outline))));
        if (ground == null) {
            here.forEach(outline -> shapes.add(new Shape(null, true, frame.path(outline))));
        } else {
            shapes.add(new Shape(null, true, frame.path(ground)));
        }
        return new AlertMap(
                label, MapFrame.WIDTH, frame.height(), List.copyOf(shapes), MapLabel.of(frame, around, shortNames));
    }

    /** What the map shows, in degrees. */
    static Envelope view(Collection<Geometry> areas) {
        return MapFrame.around(areas, AROUND).map(MapFrame::view).orElseGet(Envelope::new);
    }

    /** Whether there is anything to show. */
    public boolean drawn() {
        return height > 0;
    }
}
