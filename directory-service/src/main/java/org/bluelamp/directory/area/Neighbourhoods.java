package org.bluelamp.directory.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluelamp.directory.held.Held;
import org.bluelamp.directory.held.Refreshing;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Says in which neighbourhood a point lies. The boundaries are {@link Held} in memory, so asking costs microseconds and
 * no query; of those that change, only they are read again.
 */
@Component
public class Neighbourhoods implements Refreshing {

    private final Held<Read> held;

    Neighbourhoods(Areas areas, PlatformTransactionManager transactions) {
        this.held = new Held<>("the boundaries of neighbourhoods", new FromDatabase(areas), transactions);
    }

    /**
     * The neighbourhood a point lies in. On a border between several it is the one whose code comes first, every time.
     *
     * @param longitude degrees, WGS84
     * @param latitude degrees, WGS84
     * @return empty for a point in none that we hold, and for one that is not on the earth
     */
    public Optional<AreaCode> at(double longitude, double latitude) {
        return held.current().index.at(longitude, latitude);
    }

    /**
     * The neighbourhoods within a distance of a point, the nearest first; the one it lies in is at no distance.
     *
     * @param longitude degrees, WGS84
     * @param latitude degrees, WGS84
     * @param metres up to some kilometres
     */
    public List<AreaCode> near(double longitude, double latitude, double metres) {
        return held.current().index.near(longitude, latitude, metres);
    }

    /** The neighbourhoods that share a border with this one, by code. */
    public List<AreaCode> beside(AreaCode neighbourhood) {
        return held.current().index.beside(neighbourhood);
    }

    /** To be called in the transaction that has changed a boundary, after {@link Areas#boundariesChanged}. */
    void changed() {
        held.changed();
    }

    @Override
    public Held<?> held() {
        return held;
    }

    @Override
    public boolean neededFirst() {
        return true;
    }

    private record Read(Map<AreaCode, Versioned<IndexedBoundary>> boundaries, PointIndex index) {}

    private record FromDatabase(Areas areas) implements Held.Source<Read> {

        @Override
        public long revision() {
            return areas.boundaryRevision();
        }

        @Override
        public Read read(@Nullable Read last) {
            Map<AreaCode, Versioned<IndexedBoundary>> boundaries = areas.neighbourhoodBoundaries(
                    last == null ? Map.of() : last.boundaries,
                    boundary -> new IndexedBoundary(PackedBoundary.of(boundary)));
            Map<AreaCode, IndexedBoundary> plain = new TreeMap<>();
            boundaries.forEach((code, boundary) -> plain.put(code, boundary.value()));
            return new Read(boundaries, new PointIndex(plain));
        }
    }
}
