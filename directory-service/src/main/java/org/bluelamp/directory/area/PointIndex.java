package org.bluelamp.directory.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The boundaries of neighbourhoods at one moment, indexed by where they lie. Points are taken to the nearest millionth
 * of a degree, as boundaries are kept: a point on a border lies on it exactly.
 */
final class PointIndex {

    /** Neighbours' borders as published may miss each other by so many metres. */
    private static final double GAP = 20;

    private final Map<AreaCode, IndexedBoundary> boundaries;
    private final HPRtree tree = new HPRtree();
    private final Map<AreaCode, List<AreaCode>> beside = new ConcurrentHashMap<>();

    PointIndex(Map<AreaCode, IndexedBoundary> boundaries) {
        this.boundaries = boundaries;
        boundaries.forEach((code, boundary) -> tree.insert(boundary.boundary().bounds(), new Entry(code, boundary)));
        tree.build();
    }

    /** As {@link Neighbourhoods#at}. */
    Optional<AreaCode> at(double longitude, double latitude) {
        if (!onEarth(longitude, latitude)) {
            return Optional.empty();
        }
        First first = new First(PackedBoundary.step(longitude), PackedBoundary.step(latitude));
        tree.query(new Envelope(first.x, first.x, first.y, first.y), item -> first.look((Entry) item));
        return Optional.ofNullable(first.code);
    }

    /** As {@link Neighbourhoods#near}. */
    List<AreaCode> near(double longitude, double latitude, double metres) {
        if (!onEarth(longitude, latitude)) {
            return List.of();
        }
        int x = PackedBoundary.step(longitude);
        int y = PackedBoundary.step(latitude);
        List<Near> found = new ArrayList<>();
        tree.query(around(new Envelope(x, x, y, y), metres), item -> {
            Entry entry = (Entry) item;
            double distance = entry.boundary.distance(x, y, metres);
            if (distance <= metres) {
                found.add(new Near(entry.code, distance));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingDouble(Near::distance).thenComparing(Near::code))
                .map(Near::code)
                .toList();
    }

    /** As {@link Neighbourhoods#beside}. */
    List<AreaCode> beside(AreaCode code) {
        IndexedBoundary own = boundaries.get(code);
        return own == null
                ? List.of()
                : beside.computeIfAbsent(code, asked -> {
                    List<AreaCode> found = new ArrayList<>();
                    tree.query(around(own.boundary().bounds(), GAP), item -> {
                        Entry entry = (Entry) item;
                        if (!entry.code.equals(asked) && own.liesBeside(entry.boundary, GAP)) {
                            found.add(entry.code);
                        }
                    });
                    return found.stream().sorted().toList();
                });
    }

    /** What lies within so many metres, and a little more; in steps of the grid. */
    private static Envelope around(Envelope place, double metres) {
        double north = metres / IndexedBoundary.METRES;
        double farthest = Math.min(Math.max(Math.abs(place.getMinY()), Math.abs(place.getMaxY())) / 1e6 + 0.1, 89);
        Envelope around = new Envelope(place);
        around.expandBy(north / Math.cos(Math.toRadians(farthest)), north);
        return around;
    }

    /** Not written as "less than", so that NaN is not on it. */
    private static boolean onEarth(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    private record Entry(AreaCode code, IndexedBoundary boundary) {}

    private record Near(AreaCode code, double distance) {}

    /** The first code in order of those whose boundaries cover a point. */
    private static final class First {

        private final int x;
        private final int y;
        private @Nullable AreaCode code;

        First(int x, int y) {
            this.x = x;
            this.y = y;
        }

        void look(Entry entry) {
            if ((code == null || entry.code.compareTo(code) < 0) && entry.boundary.covers(x, y)) {
                code = entry.code;
            }
        }
    }
}
