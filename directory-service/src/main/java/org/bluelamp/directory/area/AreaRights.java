package org.bluelamp.directory.area;

import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;

/** Who may change what of an area. A right in an area holds in all below it. */
public final class AreaRights {

    private AreaRights() {}

    /** People, contact, cover, photos and meetings of a neighbourhood's team: its officers, its sergeant, administrators. */
    public static boolean mayEdit(StaffMember staff, AreaCode area) {
        return any(staff, area, List.of(Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR));
    }

    /**
     * Stations, social accounts and texts of an area: the neighbourhood's sergeant and administrators; of a district or
     * a force its administrators.
     */
    public static boolean mayEditArea(StaffMember staff, AreaCode area) {
        return any(
                staff,
                area,
                AreaKind.of(area) == AreaKind.NEIGHBOURHOOD
                        ? List.of(Role.SERGEANT, Role.ADMINISTRATOR)
                        : List.of(Role.ADMINISTRATOR));
    }

    private static boolean any(StaffMember staff, AreaCode area, List<Role> roles) {
        return roles.stream().anyMatch(role -> staff.may(role, area));
    }
}
