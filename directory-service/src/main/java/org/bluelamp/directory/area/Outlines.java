package org.bluelamp.directory.area;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bluelamp.directory.held.Held;
import org.bluelamp.directory.held.Refreshing;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The outlines of all areas for drawing, {@link Held} in memory. */
@Component
public class Outlines implements Refreshing {

    private final Held<NavigableMap<AreaCode, Versioned<PackedBoundary>>> held;

    Outlines(Areas areas, PlatformTransactionManager transactions) {
        this.held = new Held<>("the outlines of areas", new FromDatabase(areas), transactions);
    }

    /** The outlines of the areas of a kind within another, by code. */
    public Map<AreaCode, Geometry> within(AreaKind kind, AreaCode within) {
        Map<AreaCode, Geometry> found = new LinkedHashMap<>();
        for (Map.Entry<AreaCode, Versioned<PackedBoundary>> entry :
                held.current().tailMap(within, true).entrySet()) {
            AreaCode code = entry.getKey();
            if (!code.value().startsWith(within.value())) {
                break;
            }
            if (within.covers(code) && AreaKind.of(code) == kind) {
                found.put(code, entry.getValue().value().geometry());
            }
        }
        return found;
    }

    /**
     * The outline of a neighbourhood and of those around it.
     *
     * @param margin how far around, as a part of its size
     */
    public Map<AreaCode, Geometry> around(AreaCode neighbourhood, double margin) {
        NavigableMap<AreaCode, Versioned<PackedBoundary>> all = held.current();
        Versioned<PackedBoundary> own = all.get(neighbourhood);
        Map<AreaCode, Geometry> found = new LinkedHashMap<>();
        if (own != null) {
            Envelope view = new Envelope(own.value().bounds());
            view.expandBy(Math.max(view.getWidth(), view.getHeight()) * margin);
            all.forEach((code, outline) -> {
                if (view.intersects(outline.value().bounds()) && AreaKind.of(code) == AreaKind.NEIGHBOURHOOD) {
                    found.put(code, outline.value().geometry());
                }
            });
        }
        return found;
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

    private record FromDatabase(Areas areas) implements Held.Source<NavigableMap<AreaCode, Versioned<PackedBoundary>>> {

        @Override
        public long revision() {
            return areas.boundaryRevision();
        }

        @Override
        public NavigableMap<AreaCode, Versioned<PackedBoundary>> read(
                @Nullable NavigableMap<AreaCode, Versioned<PackedBoundary>> last) {
            return new TreeMap<>(areas.outlines(last == null ? Map.of() : last, PackedBoundary::of));
        }
    }
}
