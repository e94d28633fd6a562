package org.bluelamp.alerts.area.web;

import java.util.List;
import java.util.Locale;
import org.bluelamp.alerts.area.MapFrame;

/**
 * A map of neighbourhoods that a script lets people draw on: a middle or corners. It knows by what the drawing's unit
 * becomes degrees.
 *
 * @param label what the map is
 * @param shapes SVG path data of each neighbourhood, with its name
 */
public record DrawMap(String label, MapFrame frame, List<Shape> shapes, List<MapLabel> labels) {

    /** A neighbourhood. */
    public record Shape(String name, String path) {}

    /** How wide the drawing is, in its unit. */
    public int width() {
        return MapFrame.WIDTH;
    }

    /** How high it is. */
    public int height() {
        return frame.height();
    }

    /** The longitude of its left side. */
    public String west() {
        return degrees(frame.view().getMinX());
    }

    /** The latitude of its upper side. */
    public String north() {
        return degrees(frame.view().getMaxY());
    }

    /** Units for each degree of longitude. */
    public String across() {
        return degrees(frame.scale() * frame.shrink());
    }

    /** Units for each degree of latitude. */
    public String down() {
        return degrees(frame.scale());
    }

    private static String degrees(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }
}
