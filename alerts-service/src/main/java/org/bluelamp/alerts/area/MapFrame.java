package org.bluelamp.alerts.area;

import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The frame of a map that the server draws as SVG: turns degrees into the drawing's unit, straight, with longitude
 * shortened for the latitude. The page scales the drawing.
 *
 * @param view what the map shows, in degrees
 * @param scale units for each degree of latitude
 * @param shrink how much shorter a degree of longitude is there
 * @param height of the drawing, in its unit
 */
public record MapFrame(Envelope view, double scale, double shrink, int height) {

    /** The width of every drawing, in its unit. */
    public static final int WIDTH = 480;

    private static final double TALLEST = 1.25;
    private static final double FLATTEST = 0.6;

    /**
     * The frame around shapes; empty when they are nowhere.
     *
     * @param margin how much of their size is shown on each side besides
     */
    public static Optional<MapFrame> around(Collection<Geometry> shapes, double margin) {
        var view = new Envelope();
        shapes.forEach(shape -> view.expandToInclude(shape.getEnvelopeInternal()));
        if (view.isNull() || view.getArea() == 0) {
            return Optional.empty();
        }
        var shrink = Math.cos(Math.toRadians(view.centre().y));
        view.expandBy(view.getWidth() * margin, view.getHeight() * margin);
        var shape = view.getHeight() / (view.getWidth() * shrink);
        if (shape > TALLEST) {
            view.expandBy((view.getHeight() / TALLEST / shrink - view.getWidth()) / 2, 0);
        } else if (shape < FLATTEST) {
            view.expandBy(0, (view.getWidth() * shrink * FLATTEST - view.getHeight()) / 2);
        }
        var scale = WIDTH / (view.getWidth() * shrink);
        return Optional.of(new MapFrame(view, scale, shrink, (int) Math.ceil(view.getHeight() * scale)));
    }

    /** SVG path data of a polygon or several. */
    public String path(Geometry outline) {
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

    /** How far from the left a place is. */
    public double x(Coordinate degrees) {
        return (degrees.x - view.getMinX()) * shrink * scale;
    }

    /** How far from the top a place is. */
    public double y(Coordinate degrees) {
        return (view.getMaxY() - degrees.y) * scale;
    }

    /** A length as SVG writes it, to a tenth. */
    public static String number(double length) {
        var tenth = Math.rint(length * 10) / 10;
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
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
}
