package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A map drawn by the server, as SVG: where an alert is, among the neighbourhoods around. Lengths are in the drawing's
 * own unit; the page scales it.
 *
 * @param label what the map is, for those who do not see it
 */
public record AlertMap(String label, int width, int height, List<Shape> shapes) {

    private static final int WIDTH = 480;
    private static final double TALLEST = 1.25;
    private static final double FLATTEST = 0.6;
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
            Map<AreaCode, String> names) {
        var frame = frame(ground == null ? here : List.of(ground));
        if (frame == null) {
            return new AlertMap(label, WIDTH, 0, List.of());
        }
        var shapes = new ArrayList<Shape>();
        around.forEach(
                (code, outline) -> shapes.add(new Shape(names.getOrDefault(code, ""), false, frame.path(outline))));
        if (ground == null) {
            here.forEach(outline -> shapes.add(new Shape(null, true, frame.path(outline))));
        } else {
            shapes.add(new Shape(null, true, frame.path(ground)));
        }
        return new AlertMap(label, WIDTH, frame.height(), List.copyOf(shapes));
    }

    /** What the map shows, in degrees. */
    static Envelope view(Collection<Geometry> areas) {
        var frame = frame(areas);
        return frame == null ? new Envelope() : frame.view();
    }

    /** Whether there is anything to show. */
    public boolean drawn() {
        return height > 0;
    }

    private static @Nullable Frame frame(Collection<Geometry> areas) {
        var view = new Envelope();
        areas.forEach(area -> view.expandToInclude(area.getEnvelopeInternal()));
        if (view.isNull() || view.getArea() == 0) {
            return null;
        }
        var shrink = Math.cos(Math.toRadians(view.centre().y));
        view.expandBy(view.getWidth() * AROUND, view.getHeight() * AROUND);
        var shape = view.getHeight() / (view.getWidth() * shrink);
        if (shape > TALLEST) {
            view.expandBy((view.getHeight() / TALLEST / shrink - view.getWidth()) / 2, 0);
        } else if (shape < FLATTEST) {
            view.expandBy(0, (view.getWidth() * shrink * FLATTEST - view.getHeight()) / 2);
        }
        var scale = WIDTH / (view.getWidth() * shrink);
        return new Frame(view, scale, shrink, (int) Math.ceil(view.getHeight() * scale));
    }

    /** Turns degrees into the drawing's unit: straight, with longitude shortened for the latitude. */
    private record Frame(Envelope view, double scale, double shrink, int height) {

        String path(Geometry outline) {
            var path = new StringBuilder();
            for (var n = 0; n < outline.getNumGeometries(); n++) {
                var polygon = (Polygon) outline.getGeometryN(n);
                ring(polygon.getExteriorRing(), path);
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole), path);
                }
            }
            return path.toString();
        }

        private void ring(LinearRing ring, StringBuilder path) {
            path.append('M');
            var last = "";
            for (var point : ring.getCoordinates()) {
                var next = number(x(point)) + " " + number(y(point));
                if (!next.equals(last)) {
                    path.append(next).append(' ');
                    last = next;
                }
            }
            path.setCharAt(path.length() - 1, 'z');
        }

        private double x(Coordinate degrees) {
            return (degrees.x - view.getMinX()) * shrink * scale;
        }

        private double y(Coordinate degrees) {
            return (view.getMaxY() - degrees.y) * scale;
        }

        private static String number(double length) {
            var tenth = Math.rint(length * 10) / 10;
            return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
        }
    }
}
