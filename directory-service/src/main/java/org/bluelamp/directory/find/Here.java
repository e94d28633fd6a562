package org.bluelamp.directory.find;

/**
 * Where a device says that somebody is.
 *
 * @param longitude degrees, WGS84
 * @param latitude degrees, WGS84
 * @param metres how roughly; the place lies within so many metres, as the device believes
 */
public record Here(double longitude, double latitude, double metres) {

    /** Whether these are numbers of a place on the earth. */
    boolean isPlace() {
        // Not written as "less or greater than", so that NaN is refused as well.
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && metres >= 0;
    }
}
