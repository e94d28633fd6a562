package org.bluelamp.alerts.area.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.area.GeoJson;
import org.bluelamp.alerts.area.MapFrame;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The name of an area on a map, where it has room within the area.
 *
 * @param x of its middle, in the drawing's unit
 * @param y of its middle
 */
public record MapLabel(String name, String x, String y) {

    /** The size of its letters, in the drawing's unit. */
    public static final int SIZE = 14;

    private static final double LETTER = SIZE * 0.52;

    /** The names of those areas that a map shows with room for it. */
    public static List<MapLabel> of(MapFrame frame, Map<AreaCode, Geometry> areas, Map<AreaCode, String> names) {
        var view = GeoJson.GEOMETRIES.toGeometry(frame.view());
        var labels = new ArrayList<MapLabel>();
        areas.forEach((code, outline) -> {
            var label = of(frame, view, outline, names.getOrDefault(code, ""));
            if (label != null) {
                labels.add(label);
            }
        });
        return List.copyOf(labels);
    }

    private static @Nullable MapLabel of(MapFrame frame, Geometry view, Geometry outline, String name) {
        if (name.isEmpty() || !outline.isValid()) {
            return null;
        }
        var shown = outline.intersection(view);
        if (shown.isEmpty() || shown.getDimension() < 2) {
            return null;
        }
        var box = shown.getEnvelopeInternal();
        var wide = box.getWidth() * frame.shrink() * frame.scale();
        var tall = box.getHeight() * frame.scale();
        if (name.length() * LETTER > wide || tall < 2 * SIZE) {
            return null;
        }
        var middle = shown.getInteriorPoint().getCoordinate();
        // Beside the border of the drawing, where it would be cut off, it moves in.
        var half = name.length() * LETTER / 2;
        var x = Math.clamp(frame.x(middle), half, Math.max(half, MapFrame.WIDTH - half));
        return new MapLabel(name, MapFrame.number(x), MapFrame.number(frame.y(middle)));
    }
}
