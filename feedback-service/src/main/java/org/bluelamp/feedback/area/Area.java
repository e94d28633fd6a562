package org.bluelamp.feedback.area;

import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;

/**
 * An area as directory-service last told us.
 *
 * @param code its stable code
 * @param kind what it is
 * @param name its name for people, for example "Stevenage North"
 */
public record Area(AreaCode code, AreaKind kind, String name) {

    /** The code without the force, as it stands in a page's address, for example {@code stevenage/stevenage-north}. */
    public String path() {
        int slash = code.value().indexOf('/');
        return slash < 0 ? "" : code.value().substring(slash + 1);
    }
}
