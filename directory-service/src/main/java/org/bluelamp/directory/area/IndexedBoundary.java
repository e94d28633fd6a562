package org.bluelamp.directory.area;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A boundary that answers quickly what lies inside. It is cut into level strips, each with the edges that reach into it,
 * so that a look at one point passes a few edges whatever the number of all.
 *
 * <p>A point is inside when a line from it to the east crosses the rings an odd number of times. That is right for holes
 * and for several parts without knowing which ring is which. It is computed in whole numbers, so it is exact.
 */
final class IndexedBoundary {

    /** Metres in a step to the north: the mean radius of the earth, 6,371,009 metres, along a millionth of a degree. */
    static final double METRES = 0.111195;

    /** Strips are as many as let each pass about so many edges, if each edge lay in one. */
    private static final int EDGES_A_STRIP = 8;

    /** Where edges reach far, so many entries an edge at most; then strips are fewer. */
    private static final int ENTRIES_AN_EDGE = 4;

    private final PackedBoundary boundary;
    private final int south;
    private final int height;

    /** Of every strip, where its edges begin in {@link #edges}; and where those of the last end. */
    private final int[] starts;

    /** Edges by their first point. */
    private final int[] edges;

    IndexedBoundary(PackedBoundary boundary) {
        this.boundary = boundary;
        this.south = (int) boundary.bounds().getMinY();
        int strips = Math.max(1, boundary.size() / EDGES_A_STRIP);
        int[] counts = counts(strips, tall(strips));
        while (strips > 1 && counts[strips] > ENTRIES_AN_EDGE * boundary.size()) {
            strips /= 2;
            counts = counts(strips, tall(strips));
        }
        this.height = tall(strips);
        this.starts = counts;
        this.edges = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        eachEdge((first, from, to) -> {
            for (int strip = from / height; strip <= to / height; strip++) {
                edges[next[strip]++] = first;
            }
        });
    }

    /** How tall so many strips are, so that none is missing at the northern end. */
    private int tall(int strips) {
        return (int) (boundary.bounds().getHeight() / strips) + 1;
    }

    private int[] counts(int strips, int tall) {
        int[] counts = new int[strips + 1];
        eachEdge((first, from, to) -> {
            for (int strip = from / tall; strip <= to / tall; strip++) {
                counts[strip + 1]++;
            }
        });
        for (int strip = 0; strip < strips; strip++) {
            counts[strip + 1] += counts[strip];
        }
        return counts;
    }

    /** Takes an edge by its first point, with how far its ends lie from the boundary's southern end. */
    private interface EdgeTaker {
        void take(int first, int from, int to);
    }

    private void eachEdge(EdgeTaker taker) {
        int point = 0;
        for (int ring = 0; ring < boundary.rings(); ring++) {
            for (; point + 1 < boundary.end(ring); point++) {
                int one = boundary.y(point) - south;
                int other = boundary.y(point + 1) - south;
                taker.take(point, Math.min(one, other), Math.max(one, other));
            }
            point = boundary.end(ring);
        }
    }

    PackedBoundary boundary() {
        return boundary;
    }

    /** How many edges the strips hold together, each counted in every strip it reaches into. */
    int entries() {
        return edges.length;
    }

    /** Whether the point lies inside or on the border; in steps of the grid. */
    boolean covers(int x, int y) {
        if (!boundary.bounds().covers(x, y)) {
            return false;
        }
        boolean inside = false;
        int strip = (y - south) / height;
        for (int i = starts[strip]; i < starts[strip + 1]; i++) {
            int edge = edges[i];
            int x1 = boundary.x(edge);
            int y1 = boundary.y(edge);
            int x2 = boundary.x(edge + 1);
            int y2 = boundary.y(edge + 1);
            if (y < Math.min(y1, y2) || y > Math.max(y1, y2)) {
                continue;
            }
            if (y1 == y2) {
                if (x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) {
                    return true;
                }
                continue;
            }
            // Its sign says on which side of the edge the point lies.
            long side = (long) (x2 - x1) * (y - y1) - (long) (x - x1) * (y2 - y1);
            if (side == 0) {
                return true;
            }
            // An end belongs to the edge above it, so that a line through a corner crosses once.
            boolean passes = (y1 > y) != (y2 > y);
            if (passes && (side > 0) == (y2 > y1)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /**
     * How far the point lies from this, in metres; 0 when it is inside.
     *
     * @param limit metres
     * @return infinity when it is farther than the limit
     */
    double distance(int x, int y, double limit) {
        if (covers(x, y)) {
            return 0;
        }
        Plane plane = new Plane(x, y);
        Coordinate here = new Coordinate();
        double nearest = Double.POSITIVE_INFINITY;
        int reach = (int) Math.ceil(limit / METRES);
        int last = strip(y + reach);
        for (int strip = strip(y - reach); strip <= last; strip++) {
            for (int i = starts[strip]; i < starts[strip + 1]; i++) {
                Coordinate from = plane.of(boundary, edges[i]);
                Coordinate to = plane.of(boundary, edges[i] + 1);
                nearest = Math.min(nearest, Distance.pointToSegment(here, from, to));
            }
        }
        return nearest <= limit ? nearest : Double.POSITIVE_INFINITY;
    }

    /**
     * Whether the borders come as near to each other as this.
     *
     * @param gap metres
     */
    boolean liesBeside(IndexedBoundary other, double gap) {
        Plane plane = new Plane(boundary.x(0), boundary.y(0));
        int reachY = (int) Math.ceil(gap / METRES);
        int reachX = plane.reach(gap);
        int point = 0;
        for (int ring = 0; ring < boundary.rings(); ring++) {
            for (; point + 1 < boundary.end(ring); point++) {
                Envelope around = new Envelope(
                        boundary.x(point), boundary.x(point + 1), boundary.y(point), boundary.y(point + 1));
                around.expandBy(reachX, reachY);
                if (around.intersects(other.boundary.bounds()) && other.comesNear(around, this, point, plane, gap)) {
                    return true;
                }
            }
            point = boundary.end(ring);
        }
        return false;
    }

    private boolean comesNear(Envelope around, IndexedBoundary other, int edge, Plane plane, double gap) {
        Coordinate from = plane.of(other.boundary, edge);
        Coordinate to = plane.of(other.boundary, edge + 1);
        int last = strip((int) around.getMaxY());
        for (int strip = strip((int) around.getMinY()); strip <= last; strip++) {
            for (int i = starts[strip]; i < starts[strip + 1]; i++) {
                int own = edges[i];
                boolean near = around.intersects(
                        new Coordinate(boundary.x(own), boundary.y(own)),
                        new Coordinate(boundary.x(own + 1), boundary.y(own + 1)));
                if (near
                        && Distance.segmentToSegment(from, to, plane.of(boundary, own), plane.of(boundary, own + 1))
                                <= gap) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The strip at this latitude, or the nearest one. */
    private int strip(int y) {
        return Math.clamp((long) (y - south) / height, 0, starts.length - 2);
    }

    /** The earth around a point as if it were flat, which is right to a part in a thousand for some kilometres. */
    private record Plane(int x, int y, double metresEast) {

        Plane(int x, int y) {
            this(x, y, METRES * Math.cos(Math.toRadians(y / 1e6)));
        }

        /** In metres from the middle. */
        Coordinate of(PackedBoundary boundary, int point) {
            return new Coordinate((boundary.x(point) - x) * metresEast, (boundary.y(point) - y) * METRES);
        }

        /** How many steps to the east so many metres are. */
        int reach(double metres) {
            return (int) Math.ceil(metres / metresEast);
        }
    }
}
