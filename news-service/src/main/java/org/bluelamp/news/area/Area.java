package org.bluelamp.news.area;

import java.util.Optional;
import java.util.OptionalLong;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;

/**
 * A force, district or neighbourhood as the directory describes it.
 *
 * @param code its code
 * @param kind what it is
 * @param name for readers
 * @param households how many live there, when the directory knows
 */
public record Area(AreaCode code, AreaKind kind, String name, OptionalLong households) {

    /** The area one level up, none for the force. */
    public Optional<AreaCode> parent() {
        int end = code.value().lastIndexOf('/');
        return end < 0
                ? Optional.empty()
                : Optional.of(new AreaCode(code.value().substring(0, end)));
    }

    /** The path below the force as addresses use it, for example {@code stevenage/stevenage-north}; none for the force. */
    public Optional<String> path() {
        int start = code.value().indexOf('/');
        return start < 0 ? Optional.empty() : Optional.of(code.value().substring(start + 1));
    }
}
