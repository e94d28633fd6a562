package org.bluelamp.directory.postcode.importing;

import java.time.LocalDate;
import org.bluelamp.directory.postcode.Postcode;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, read.
 *
 * @param longitude degrees, WGS84; NaN when the file knows no place for it
 * @param latitude degrees, WGS84; NaN as well
 */
record PostcodeRow(
        Postcode postcode,
        double longitude,
        double latitude,
        @Nullable String forceName,
        @Nullable LocalDate terminated) {

    /** Without a place. */
    static PostcodeRow nowhere(Postcode postcode) {
        return new PostcodeRow(postcode, Double.NaN, Double.NaN, null, null);
    }

    boolean hasPlace() {
        return !Double.isNaN(longitude);
    }
}
