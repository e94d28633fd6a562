package org.bluelamp.directory.area;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The outlines of all areas at one moment, packed; neighbourhoods are indexed by where they lie. */
public final class OutlineSet {

    private final NavigableMap<AreaCode, Versioned<PackedBoundary>> outlines;
    private final HPRtree neighbourhoods = new HPRtree();

    OutlineSet(NavigableMap<AreaCode, Versioned<PackedBoundary>> outlines) {
        this.outlines = outlines;
        outlines.forEach((code, outline) -> {
            if (AreaKind.of(code) == AreaKind.NEIGHBOURHOOD) {
                neighbourhoods.insert(outline.value().bounds(), code);
            }
        });
        neighbourhoods.build();
    }

    NavigableMap<AreaCode, Versioned<PackedBoundary>> outlines() {
        return outlines;
    }

    /** The outlines of the areas of a kind within another, by code. */
    public Map<AreaCode, Geometry> within(AreaKind kind, AreaCode within) {
        Map<AreaCode, Geometry> found = new LinkedHashMap<>();
        for (Map.Entry<AreaCode, Versioned<PackedBoundary>> entry :
                outlines.tailMap(within, true).entrySet()) {
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
     * The neighbourhood and those around it, by code; none when its outline is not known.
     *
     * @param margin how far around, as a part of its size
     */
    public Set<AreaCode> around(AreaCode neighbourhood, double margin) {
        Set<AreaCode> found = new TreeSet<>();
        Versioned<PackedBoundary> own = outlines.get(neighbourhood);
        if (own != null) {
            Envelope view = new Envelope(own.value().bounds());
            view.expandBy(Math.max(view.getWidth(), view.getHeight()) * margin);
            neighbourhoods.query(view, code -> found.add((AreaCode) code));
        }
        return found;
    }

    /** The outlines of these areas, in their order, of those that have one. */
    public Map<AreaCode, Geometry> of(Iterable<AreaCode> codes) {
        Map<AreaCode, Geometry> found = new LinkedHashMap<>();
        for (AreaCode code : codes) {
            Versioned<PackedBoundary> outline = outlines.get(code);
            if (outline != null) {
                found.put(code, outline.value().geometry());
            }
        }
        return found;
    }
}
