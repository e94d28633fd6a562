package org.bluelamp.alerts.reach.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.area.MapFrame;
import org.bluelamp.service.area.AreaCode;
import org.locationtech.jts.geom.Geometry;

/**
 * A map of how well neighbourhoods are reached, drawn by the server as SVG. What its shades say stands in the table beside
 * it too.
 *
 * @param height of the drawing, in its unit; 0 when nothing is known to draw
 */
public record ReachMap(int width, int height, List<Shape> shapes) {

    private static final double AROUND = 0.04;

    /**
     * A neighbourhood.
     *
     * @param title its name and what is known of it
     * @param band how well it is reached
     * @param path SVG path data
     */
    public record Shape(String title, Band band, String path) {}

    static ReachMap of(Map<AreaCode, Geometry> boundaries, Map<AreaCode, ReachPage.Line> lines) {
        var drawn = boundaries.entrySet().stream()
                .filter(entry -> lines.containsKey(entry.getKey()))
                .toList();
        var framed = MapFrame.around(drawn.stream().map(Map.Entry::getValue).toList(), AROUND);
        if (framed.isEmpty()) {
            return new ReachMap(MapFrame.WIDTH, 0, List.of());
        }
        var frame = framed.get();
        var shapes = new ArrayList<Shape>();
        for (var entry : drawn) {
            var line = lines.get(entry.getKey());
            if (line != null) {
                shapes.add(new Shape(line.name() + ": " + line.told(), line.band(), frame.path(entry.getValue())));
            }
        }
        return new ReachMap(MapFrame.WIDTH, frame.height(), List.copyOf(shapes));
    }

    /** Whether there is anything to show. */
    public boolean drawn() {
        return height > 0;
    }
}
