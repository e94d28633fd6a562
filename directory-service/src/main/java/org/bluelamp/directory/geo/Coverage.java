package org.bluelamp.directory.geo;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Areas that lie side by side and share their borders. Rings begin where they lie furthest west, so that the same input
 * gives the same text and not a change.
 */
public final class Coverage {

    /** Roughly the side, in degrees, of the largest dent that may be smoothed away: 40 metres or so. */
    private static final double TOLERANCE = 0.0005;

    private Coverage() {}

    /**
     * Thins boundaries for drawing so that neighbours still share the same line, without slivers and gaps between them.
     * Every part and every hole stays, however small.
     */
    public static <K> Map<K, Geometry> outlines(Map<K, Geometry> boundaries) {
        CoverageSimplifier simplifier =
                new CoverageSimplifier(boundaries.values().toArray(Geometry[]::new));
        simplifier.setRemovableRingSizeFactor(0);
        Geometry[] simplified = simplifier.simplify(TOLERANCE);
        Map<K, Geometry> outlines = new LinkedHashMap<>();
        Iterator<K> keys = boundaries.keySet().iterator();
        for (Geometry outline : simplified) {
            outlines.put(keys.next(), outline.norm());
        }
        return outlines;
    }

    /** All of them together. Real boundaries may overlap a little; then the slower, exact way is taken. */
    public static Geometry union(Collection<Geometry> boundaries) {
        Geometry[] parts = boundaries.toArray(Geometry[]::new);
        Geometry quick = CoverageUnion.union(parts);
        if (quick.isValid()) {
            return quick.norm();
        }
        return OverlayNGRobust.union(GeoJson.GEOMETRIES.createGeometryCollection(parts))
                .norm();
    }
}
