package org.bluelamp.feedback.team;

import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.security.access.AccessDeniedException;

/** What roles mean for the team of an area, said once for everything that a team works on. */
public final class TeamRights {

    private TeamRights() {}

    /** Whether the person does the team's work with residents: its officers and sergeants. */
    public static boolean mayWork(StaffMember staff, AreaCode area) {
        return staff.may(Role.OFFICER, area) || staff.may(Role.SERGEANT, area);
    }

    /** @throws AccessDeniedException when the person does not work with residents of the area */
    public static void requireWork(StaffMember staff, AreaCode area) {
        if (!mayWork(staff, area)) {
            throw new AccessDeniedException(staff.name() + " is neither officer nor sergeant in " + area);
        }
    }

    /** Whether the person decides for the team: its sergeants, and the area's administrators. */
    public static boolean mayLead(StaffMember staff, AreaCode area) {
        return staff.may(Role.SERGEANT, area) || staff.may(Role.ADMINISTRATOR, area);
    }

    /** @throws AccessDeniedException when the person does not decide for the team of the area */
    public static void requireLead(StaffMember staff, AreaCode area) {
        if (!mayLead(staff, area)) {
            throw new AccessDeniedException(staff.name() + " does not lead the team of " + area);
        }
    }
}
