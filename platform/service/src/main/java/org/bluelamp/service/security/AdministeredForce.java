package org.bluelamp.service.security;

import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.springframework.security.access.AccessDeniedException;

/** Which force a person administers. */
public final class AdministeredForce {

    private AdministeredForce() {}

    /** @throws AccessDeniedException when the person does not look after a whole force */
    public static AreaCode of(StaffMember who) {
        return find(who).orElseThrow(() -> new AccessDeniedException(who.name() + " looks after no force"));
    }

    /** The force, if there is one. */
    public static Optional<AreaCode> find(StaffMember who) {
        return who.areas().stream()
                .filter(area -> AreaKind.of(area) == AreaKind.FORCE)
                .filter(area -> who.may(Role.ADMINISTRATOR, area))
                .sorted()
                .findFirst();
    }
}
