package org.bluelamp.directory.yourarea;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.place.Place;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A map drawn by the server, as SVG: areas that are links, numbered like the list beside it, and places to find one's
 * way by. Lengths are in the drawing's own unit; the page scales it.
 *
 * @param label what the map is, for those who do not see it
 */
public record AreaMap(String label, int width, int height, List<Shape> shapes, List<Spot> spots) {

    private static final int WIDTH = 480;
    private static final int LINE = 24;
    private static final double LETTER = 10.5;
    private static final int SPOTS = 9;

    /**
     * An area of the map.
     *
     * @param number of the area in the list beside the map; null when it has none
     * @param href the area's page; null for the one the reader is on, and for one that the list beside the map has not:
     *     whoever does not see the map must reach the same pages
     * @param here whether it is the area that the reader's page is about
     * @param path SVG path data
     * @param x where its number stands
     */
    public record Shape(
            @Nullable Integer number,
            String name,
            @Nullable String href,
            boolean here,
            String path,
            double x,
            double y) {

        /** What the link is called: its number is part of it, for those who speak what they see. */
        public String title() {
            return number == null ? name : number + " " + name;
        }
    }

    /**
     * A place on the map with its name beside it.
     *
     * @param anchor {@code start} when the name stands right of the dot, {@code end} when left of it
     */
    public record Spot(String name, double x, double y, double textX, String anchor) {}

    /** A map of areas, numbered in the order given, each a link to its page. */
    static AreaMap numbered(String label, Map<AreaCode, Geometry> outlines, Map<AreaCode, Area> areas) {
        Frame frame = Frame.around(outlines.values(), 0.01, 10);
        List<Shape> shapes = new ArrayList<>();
        outlines.forEach((code, outline) -> {
            Area area = areas.get(code);
            if (area != null) {
                shapes.add(frame.shape(shapes.size() + 1, area.name(), area.path(), false, outline));
            }
        });
        return new AreaMap(label, WIDTH, frame.height, List.copyOf(shapes), List.of());
    }

    /**
     * A map of one area among others, with the places in it. The area itself comes last, on top.
     *
     * @param beside the neighbours, which are links
     */
    static AreaMap around(
            String label,
            AreaCode current,
            Map<AreaCode, Geometry> outlines,
            Map<AreaCode, Area> areas,
            Collection<AreaCode> beside,
            List<Place> places) {
        Geometry own = outlines.get(current);
        if (own == null) {
            return new AreaMap(label, WIDTH, 0, List.of(), List.of());
        }
        Frame frame = Frame.around(List.of(own), 0.12, 1.25);
        List<Shape> shapes = new ArrayList<>();
        outlines.forEach((code, outline) -> {
            Area area = areas.get(code);
            if (area != null && !code.equals(current) && frame.view.intersects(outline.getEnvelopeInternal())) {
                shapes.add(frame.shape(null, area.name(), beside.contains(code) ? area.path() : null, false, outline));
            }
        });
        Area here = areas.get(current);
        shapes.add(frame.shape(null, here == null ? "" : here.name(), null, true, own));
        return new AreaMap(label, WIDTH, frame.height, List.copyOf(shapes), frame.spots(places));
    }

    /** Whether there is anything to show. */
    public boolean drawn() {
        return height > 0;
    }

    /** Turns degrees into the drawing's unit: straight, with longitude shortened for the latitude. */
    private record Frame(Envelope view, double scale, double shrink, int height) {

        /**
         * @param margin around the areas, as a part of their size
         * @param tallest the height at most, in widths
         */
        static Frame around(Collection<Geometry> areas, double margin, double tallest) {
            Envelope view = new Envelope();
            areas.forEach(area -> view.expandToInclude(area.getEnvelopeInternal()));
            double shrink = Math.cos(Math.toRadians(view.centre() == null ? 0 : view.centre().y));
            view.expandBy(view.getWidth() * margin, view.getHeight() * margin);
            double shape = view.getHeight() / (view.getWidth() * shrink);
            if (shape > tallest) {
                view.expandBy((view.getHeight() / tallest / shrink - view.getWidth()) / 2, 0);
            } else if (shape < 0.6) {
                view.expandBy(0, (view.getWidth() * shrink * 0.6 - view.getHeight()) / 2);
            }
            double scale = WIDTH / (view.getWidth() * shrink);
            return new Frame(view, scale, shrink, (int) Math.ceil(view.getHeight() * scale));
        }

        Shape shape(@Nullable Integer number, String name, @Nullable String href, boolean here, Geometry outline) {
            Coordinate middle = number == null
                    ? new Coordinate(0, 0)
                    : MaximumInscribedCircle.getCenter(outline, 0.002).getCoordinate();
            return new Shape(number, name, href, here, path(outline), x(middle), y(middle));
        }

        double x(Coordinate degrees) {
            return tenth((degrees.x - view.getMinX()) * shrink * scale);
        }

        double y(Coordinate degrees) {
            return tenth((view.getMaxY() - degrees.y) * scale);
        }

        private String path(Geometry outline) {
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < outline.getNumGeometries(); i++) {
                Polygon polygon = (Polygon) outline.getGeometryN(i);
                ring(polygon.getExteriorRing(), path);
                for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                    ring(polygon.getInteriorRingN(j), path);
                }
            }
            return path.toString();
        }

        /** Points that fall together on the drawing are written once; neighbours drop the same ones. */
        private void ring(LinearRing ring, StringBuilder path) {
            path.append('M');
            String last = "";
            for (Coordinate point : ring.getCoordinates()) {
                String next = number(x(point)) + " " + number(y(point));
                if (!next.equals(last)) {
                    path.append(next).append(' ');
                    last = next;
                }
            }
            path.setCharAt(path.length() - 1, 'z');
        }

        /** As many places as fit without their names running into each other; larger ones first. */
        private List<Spot> spots(List<Place> places) {
            List<Spot> spots = new ArrayList<>();
            List<Envelope> taken = new ArrayList<>();
            for (Place place : places) {
                Coordinate at = new Coordinate(place.longitude(), place.latitude());
                double x = x(at);
                double y = y(at);
                double length = place.name().length() * LETTER;
                for (String anchor : List.of("start", "end")) {
                    double left = anchor.equals("start") ? x - 6 : x - length - 12;
                    Envelope box = new Envelope(left, left + length + 18, y - LINE * 0.6, y + LINE * 0.6);
                    boolean fits = left >= 0 && left + length + 18 <= WIDTH && y >= LINE && y <= height - LINE;
                    if (fits && spots.size() < SPOTS && taken.stream().noneMatch(box::intersects)) {
                        taken.add(box);
                        spots.add(new Spot(place.name(), x, y, anchor.equals("start") ? x + 9 : x - 9, anchor));
                        break;
                    }
                }
            }
            return List.copyOf(spots);
        }

        private static double tenth(double length) {
            return Math.rint(length * 10) / 10;
        }

        private static String number(double length) {
            // Lengths have one decimal, see tenth, and so does what this writes.
            return length == Math.rint(length) ? Long.toString((long) length) : Double.toString(length);
        }
    }
}
