package org.bluelamp.directory.area;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an area besides what every part of the platform needs. Its own page and the police API tell it;
 * events do not.
 *
 * @param description HTML that has been made safe; null when there is none
 * @param population how many people live there, null when nobody told
 * @param centre where its middle is said to be; null when nobody told
 * @param links pages about the area elsewhere; of a force, its ways to engage with people
 * @param otherContact ways to reach its police that {@link Contact} and social accounts do not hold, by the key of the
 *     national police data: {@code mobile}, {@code fax}, {@code address}, {@code forum}, {@code blog}, {@code rss} and
 *     so on
 */
public record AreaDetails(
        @Nullable String description,
        @Nullable Integer population,
        @Nullable Centre centre,
        List<Link> links,
        Map<String, String> otherContact) {

    /** Nothing is known. */
    public static final AreaDetails NONE = new AreaDetails(null, null, null, List.of(), Map.of());

    /** @throws IllegalArgumentException when fewer than no people live there */
    public AreaDetails {
        if (population != null && population < 0) {
            throw new IllegalArgumentException(population + " people cannot live anywhere");
        }
        links = List.copyOf(links);
        otherContact = Map.copyOf(otherContact);
    }

    /** A point in degrees, WGS84. */
    public record Centre(double longitude, double latitude) {

        /** @throws IllegalArgumentException when it is not on the earth */
        public Centre {
            // Not written as "greater than", so that NaN is refused as well.
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new IllegalArgumentException(
                        "The centre at longitude " + longitude + ", latitude " + latitude + " is not on the earth");
            }
        }
    }

    /** A page elsewhere; sources may know one without its address. */
    public record Link(
            String title, @Nullable String url, @Nullable String description) {}
}
