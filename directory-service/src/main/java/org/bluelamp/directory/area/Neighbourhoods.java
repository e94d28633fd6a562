package org.bluelamp.directory.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;

/**
 * Says in which neighbourhood a point lies. The boundaries are held in memory, indexed, and read again when the
 * database says that one has changed, so that every replica answers alike.
 */
@Component
public class Neighbourhoods {

    /** Neighbours' borders as published may miss each other by so many degrees: some 20 metres. */
    private static final double GAP = 0.0002;

    private final Areas areas;
    private volatile @Nullable Index index;

    Neighbourhoods(Areas areas) {
        this.areas = areas;
    }

    /**
     * The neighbourhood a point lies in. On a border between two it is the one whose code comes first, every time.
     *
     * @param longitude degrees, WGS84
     * @param latitude degrees, WGS84
     */
    public Optional<AreaCode> at(double longitude, double latitude) {
        return current().at(new Coordinate(longitude, latitude));
    }

    /** The neighbourhoods that share a border with this one, by code. */
    public List<AreaCode> beside(AreaCode neighbourhood) {
        return current().beside(neighbourhood);
    }

    private Index current() {
        long revision = areas.boundaryRevision();
        Index held = index;
        if (held == null || held.revision != revision) {
            // Two threads may read at the same time; both read the same.
            held = new Index(revision, areas.neighbourhoodBoundaries(null));
            index = held;
        }
        return held;
    }

    private static final class Index {

        private final long revision;
        private final STRtree tree = new STRtree();
        private final Map<AreaCode, Geometry> boundaries;
        private final Map<AreaCode, List<AreaCode>> beside = new ConcurrentHashMap<>();

        Index(long revision, Map<AreaCode, Geometry> boundaries) {
            this.revision = revision;
            this.boundaries = boundaries;
            boundaries.forEach((code, boundary) -> tree.insert(
                    boundary.getEnvelopeInternal(),
                    new Entry(code, boundary, new IndexedPointInAreaLocator(boundary))));
            tree.build();
        }

        Optional<AreaCode> at(Coordinate point) {
            List<AreaCode> hits = new ArrayList<>(1);
            tree.query(new Envelope(point), item -> {
                Entry entry = (Entry) item;
                if (entry.locator.locate(point) != Location.EXTERIOR) {
                    hits.add(entry.code);
                }
            });
            return hits.stream().min(AreaCode::compareTo);
        }

        List<AreaCode> beside(AreaCode code) {
            Geometry own = boundaries.get(code);
            if (own == null) {
                return List.of();
            }
            return beside.computeIfAbsent(code, asked -> {
                Envelope around = own.getEnvelopeInternal();
                around.expandBy(GAP);
                List<AreaCode> near = new ArrayList<>();
                tree.query(around, item -> {
                    Entry entry = (Entry) item;
                    if (!entry.code.equals(asked) && own.isWithinDistance(entry.boundary, GAP)) {
                        near.add(entry.code);
                    }
                });
                return near.stream().sorted().toList();
            });
        }
    }

    private record Entry(AreaCode code, Geometry boundary, IndexedPointInAreaLocator locator) {}
}
