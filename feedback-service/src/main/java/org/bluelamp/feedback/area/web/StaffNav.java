package org.bluelamp.feedback.area.web;

import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.StaffPage;

/**
 * Which lists of the section a member of staff can open: another way would lead to a refusal.
 *
 * @param reader whether the person reads what residents write
 * @param administrator whether the person keeps the settings of districts
 * @param force whether the person keeps those of the whole force
 */
public record StaffNav(boolean reader, boolean administrator, boolean force) {

    /** By who is signed in on the page. */
    public static StaffNav of(StaffPage page) {
        if (!(page.staff() instanceof StaffMember staff)) {
            return new StaffNav(false, false, false);
        }
        boolean administrator = staff.roles().contains(Role.ADMINISTRATOR);
        return new StaffNav(
                staff.roles().contains(Role.OFFICER) || staff.roles().contains(Role.SERGEANT),
                administrator,
                administrator && staff.areas().stream().anyMatch(area -> AreaKind.of(area) == AreaKind.FORCE));
    }
}
