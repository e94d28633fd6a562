package org.bluelamp.directory.station;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/**
 * A police station, front counter or contact point of a neighbourhood or district.
 *
 * @param position its place in the order in which the area's stations are shown, from 0
 * @param source id of the {@link org.bluelamp.directory.source.Source} it came from
 * @param version rises with every change
 * @param changedAt since when it is known as it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Station(
        UUID id,
        AreaCode area,
        int position,
        StationDescription described,
        String source,
        long version,
        Instant changedAt) {

    public String name() {
        return described.name();
    }

    /** Whether the other says the same of the same station, whatever its version. */
    boolean saysTheSameAs(Station other) {
        return id.equals(other.id)
                && area.equals(other.area)
                && position == other.position
                && described.equals(other.described)
                && source.equals(other.source);
    }
}
