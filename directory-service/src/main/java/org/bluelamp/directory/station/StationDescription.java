package org.bluelamp.directory.station;

import org.jspecify.annotations.Nullable;

/**
 * What somebody tells us about a station: the demo data, a form, an importer. Of everything but the name null means
 * that nobody told.
 *
 * @param kind what it is, in the words of the source, for example "station" or "contact point"
 * @param address in one or several lines
 * @param longitude degrees, WGS84; with the latitude or not at all
 * @param latitude degrees, WGS84
 * @param description plain text
 */
public record StationDescription(
        String name,
        @Nullable String kind,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String telephone,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable OpeningHours opening,
        @Nullable String description) {

    /** @throws IllegalArgumentException when it cannot be a station; the message says why */
    public StationDescription {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A station has a name");
        }
        if ((longitude == null) != (latitude == null)) {
            throw new IllegalArgumentException(name + " has a longitude and a latitude or neither");
        }
        if (longitude != null && !(Math.abs(longitude) <= 180) || latitude != null && !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(name + " lies nowhere on earth");
        }
    }
}
