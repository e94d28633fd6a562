package org.bluelamp.directory.area.web;

import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the area that the address of a staff page names, for those who may change it. */
@Component
public class StaffAreas {

    private final Areas areas;

    StaffAreas(Areas areas) {
        this.areas = areas;
    }

    /** The address of the page from which everything of an area is changed. */
    public static String desk(AreaCode area) {
        return "/staff/directory/areas/" + area;
    }

    /**
     * The area whose team the person may edit.
     *
     * @param path the area's code after a slash, as the rest of an address
     * @throws ResponseStatusException 404 when there is no such area
     * @throws AccessDeniedException when the person may not
     */
    public Area team(StaffMember staff, String path) {
        Area area = find(path);
        if (!AreaRights.mayEdit(staff, area.code())) {
            throw new AccessDeniedException(staff.name() + " may not edit the team of " + area.code());
        }
        return area;
    }

    /**
     * The area whose stations, accounts and texts the person may edit.
     *
     * @param path the area's code after a slash, as the rest of an address
     * @throws ResponseStatusException 404 when there is no such area
     * @throws AccessDeniedException when the person may not
     */
    public Area own(StaffMember staff, String path) {
        Area area = find(path);
        if (!AreaRights.mayEditArea(staff, area.code())) {
            throw new AccessDeniedException(staff.name() + " may not edit what stands on the page of " + area.code());
        }
        return area;
    }

    private Area find(String path) {
        try {
            return areas.find(new AreaCode(path.startsWith("/") ? path.substring(1) : path))
                    .orElseThrow(StaffAreas::unknown);
        } catch (IllegalArgumentException notACode) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such area");
    }
}
