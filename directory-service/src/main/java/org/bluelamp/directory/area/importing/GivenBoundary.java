package org.bluelamp.directory.area.importing;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A boundary as a file gives it, not yet known whose.
 *
 * @param where in the file, for messages, for example "placemark 3 (Ware)"
 * @param names what may say whose it is, the most reliable first: ids, codes, names
 */
record GivenBoundary(String where, List<String> names, Geometry boundary) {

    GivenBoundary {
        names = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
