package org.bluelamp.directory.area;

import java.time.Instant;
import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;

/**
 * A force's area, a district or a neighbourhood, without its boundary.
 *
 * @param label what its team is called, for example "Neighbourhood Policing Team"
 * @param households how many households live there, null when nobody told
 * @param source id of the {@link org.bluelamp.directory.source.Source} it came from
 * @param version rises with every change
 * @param changedAt since when it is known as it is
 */
public record Area(
        AreaCode code,
        AreaKind kind,
        @Nullable AreaCode parent,
        String name,
        String label,
        Contact contact,
        List<SocialAccount> socialAccounts,
        @Nullable Integer households,
        String source,
        long version,
        Instant changedAt) {

    /** The public address of the area's page, for example {@code /your-area/stevenage/stevenage-north}. */
    public String path() {
        return AreaPaths.of(code);
    }
}
