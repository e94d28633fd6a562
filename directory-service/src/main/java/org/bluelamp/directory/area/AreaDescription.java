package org.bluelamp.directory.area;

import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody tells us about an area: the demo data today, an importer or a form tomorrow.
 *
 * @param boundary of a neighbourhood, in WGS84; null when unknown. Districts and forces have none of their own: theirs
 *     is that of their neighbourhoods together.
 */
public record AreaDescription(
        AreaCode code,
        String name,
        String label,
        Contact contact,
        List<SocialAccount> socialAccounts,
        @Nullable Integer households,
        @Nullable Geometry boundary,
        String source) {

    /** @throws IllegalArgumentException when it cannot be an area; the message says why */
    public AreaDescription {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The area " + code + " has no name");
        }
        if (households != null && households < 0) {
            throw new IllegalArgumentException(name + " cannot have " + households + " households");
        }
        if (boundary != null && AreaKind.of(code) != AreaKind.NEIGHBOURHOOD) {
            throw new IllegalArgumentException(name + " is a "
                    + AreaKind.of(code).word() + ": its boundary is that of its neighbourhoods together");
        }
        if (boundary != null && !(boundary.isValid() && boundary.getArea() > 0)) {
            throw new IllegalArgumentException("The boundary of " + name + " crosses itself or encloses nothing");
        }
        socialAccounts = List.copyOf(socialAccounts);
    }

    AreaKind kind() {
        return AreaKind.of(code);
    }

    @Nullable
    AreaCode parent() {
        int slash = code.value().lastIndexOf('/');
        return slash < 0 ? null : new AreaCode(code.value().substring(0, slash));
    }
}
