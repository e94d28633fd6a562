package org.bluelamp.alerts.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Ground that is drawn, where whole areas would be too much: of an alert, or of a subscriber. */
public sealed interface Ground {

    /** The ground as a polygon, in degrees. */
    Polygon shape();

    /** What was drawn. */
    record Drawn(Polygon shape) implements Ground {

        /** So many corners are enough to draw around streets. */
        public static final int MOST_CORNERS = 200;

        /** @throws IllegalArgumentException when it encloses nothing or crosses itself; says so in words */
        public Drawn {
            if (!(shape.convexHull().getArea() > 0)) {
                throw new IllegalArgumentException("The corners enclose nothing");
            }
            var fault = new IsValidOp(shape).getValidationError();
            if (fault != null) {
                var at = fault.getCoordinate();
                throw new IllegalArgumentException(
                        String.format(Locale.UK, "The line around it crosses itself near %.4f, %.4f", at.y, at.x));
            }
        }

        /**
         * Around corners, in the order in which one walks around; it closes itself.
         *
         * @throws IllegalArgumentException when that is no polygon; says so in words
         */
        public static Drawn around(List<Coordinate> corners) {
            var closed = new ArrayList<>(corners);
            if (!closed.isEmpty() && !closed.getFirst().equals2D(closed.getLast())) {
                closed.add(closed.getFirst().copy());
            }
            if (closed.size() < 4) {
                throw new IllegalArgumentException("Three corners at least are needed");
            }
            if (closed.size() > MOST_CORNERS + 1) {
                throw new IllegalArgumentException("At most " + MOST_CORNERS + " corners fit");
            }
            return new Drawn(GeoJson.GEOMETRIES.createPolygon(closed.toArray(Coordinate[]::new)));
        }
    }

    /**
     * Everything within a distance of a point.
     *
     * @param latitude in degrees
     * @param longitude in degrees
     * @param metres the distance
     */
    record Circle(double latitude, double longitude, int metres) implements Ground {

        /** The smallest distance: a few houses. */
        public static final int SHORTEST = 50;

        /** The largest distance: a county. */
        public static final int LONGEST = 100_000;

        private static final int CORNERS = 48;
        private static final double METRES_IN_A_DEGREE = 111_320;

        /** @throws IllegalArgumentException when the point is not on the earth or the distance out of bounds */
        public Circle {
            if (!(Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180) || metres < SHORTEST || metres > LONGEST) {
                throw new IllegalArgumentException("A circle has a point on the earth and a distance of " + SHORTEST
                        + " to " + LONGEST + " metres");
            }
        }

        @Override
        public Polygon shape() {
            var tall = metres / METRES_IN_A_DEGREE;
            var wide = tall / Math.cos(Math.toRadians(latitude));
            var corners = new Coordinate[CORNERS + 1];
            for (var n = 0; n < CORNERS; n++) {
                var angle = 2 * Math.PI * n / CORNERS;
                corners[n] = new Coordinate(longitude + wide * Math.cos(angle), latitude + tall * Math.sin(angle));
            }
            corners[CORNERS] = corners[0].copy();
            return GeoJson.GEOMETRIES.createPolygon(corners);
        }
    }
}
