package org.bluelamp.alerts.reach.web;

import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;

/** The areas whose numbers a member of staff may see. */
final class OwnAreas {

    private OwnAreas() {}

    static List<Area> of(StaffMember staff, List<Area> all) {
        return all.stream()
                .filter(area -> Stream.of(Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR)
                        .anyMatch(role -> staff.may(role, area.code())))
                .toList();
    }
}
