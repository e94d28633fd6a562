package org.bluelamp.directory.area;

import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;

/** Who may keep an area's entry right: its team, its meetings. */
public final class AreaRights {

    private static final List<Role> EDITORS = List.of(Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR);

    private AreaRights() {}

    /** Officers and the sergeant of the neighbourhood, and administrators of it or of what lies above. */
    public static boolean mayEdit(StaffMember staff, AreaCode area) {
        return EDITORS.stream().anyMatch(role -> staff.may(role, area));
    }
}
