package org.bluelamp.directory.postcode;

import java.time.LocalDate;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A postcode with its point and who serves it.
 *
 * @param longitude degrees, WGS84
 * @param latitude degrees, WGS84
 * @param neighbourhood the one the point lies in; null when it is none that we hold
 * @param forceName name of the police force that serves it, where the source says so
 * @param terminated since when it is no longer in use; null while it is
 * @param source id of where it comes from
 */
public record LocatedPostcode(
        Postcode postcode,
        double longitude,
        double latitude,
        @Nullable AreaCode neighbourhood,
        @Nullable String forceName,
        @Nullable LocalDate terminated,
        String source) {

    /** @throws IllegalArgumentException when the point is not on the earth */
    public LocatedPostcode {
        // Not written as "greater than", so that NaN is refused as well.
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("The postcode " + postcode + " is not on the earth: longitude "
                    + longitude + ", latitude " + latitude);
        }
    }
}
