package org.bluelamp.directory.area;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The outlines of all areas for drawing, held in memory and read again when the database says that a boundary has
 * changed.
 */
@Component
public class Outlines {

    private final Areas areas;
    private volatile @Nullable Held held;

    Outlines(Areas areas) {
        this.areas = areas;
    }

    /** The outlines of the areas of a kind within another, by code. */
    public Map<AreaCode, Geometry> within(AreaKind kind, AreaCode within) {
        Map<AreaCode, Geometry> found = new LinkedHashMap<>();
        current().forEach((code, outline) -> {
            if (AreaKind.of(code) == kind && within.covers(code)) {
                found.put(code, outline);
            }
        });
        return found;
    }

    /**
     * The outline of a neighbourhood and of those around it.
     *
     * @param margin how far around, as a part of its size
     */
    public Map<AreaCode, Geometry> around(AreaCode neighbourhood, double margin) {
        Map<AreaCode, Geometry> all = current();
        Geometry own = all.get(neighbourhood);
        Map<AreaCode, Geometry> found = new LinkedHashMap<>();
        if (own != null) {
            Envelope view = own.getEnvelopeInternal();
            view.expandBy(Math.max(view.getWidth(), view.getHeight()) * margin);
            all.forEach((code, outline) -> {
                if (AreaKind.of(code) == AreaKind.NEIGHBOURHOOD && view.intersects(outline.getEnvelopeInternal())) {
                    found.put(code, outline);
                }
            });
        }
        return found;
    }

    private Map<AreaCode, Geometry> current() {
        long revision = areas.boundaryRevision();
        Held known = held;
        if (known == null || known.revision != revision) {
            known = new Held(revision, areas.outlines());
            held = known;
        }
        return known.outlines;
    }

    private record Held(long revision, Map<AreaCode, Geometry> outlines) {}
}
