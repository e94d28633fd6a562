package org.bluelamp.alerts.reach.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.alerts.reach.Reach;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many people follow which area, for staff of that area. */
@RestController
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR})
@Tag(name = "Reach")
class ReachApi {

    private final Reach reach;
    private final Areas areas;

    ReachApi(Reach reach, Areas areas) {
        this.reach = reach;
        this.areas = areas;
    }

    @GetMapping("/api/v1/alerts/areas")
    @Operation(
            summary = "Followers by area",
            description = "The areas of the member of staff who asks. Small numbers are told as \"fewer than 5\".")
    List<Followed> areas(StaffMember staff) {
        var followers = reach.followersByArea();
        return OwnAreas.of(staff, areas.all()).stream()
                .map(area -> new Followed(
                        area.code().value(),
                        area.fullName(),
                        followers.getOrDefault(area.code(), new HeadCount(0)).shown()))
                .toList();
    }

    /**
     * An area and its followers.
     *
     * @param area its code
     * @param name its name
     * @param followers a number, "none", or "fewer than 5"
     */
    record Followed(String area, String name, String followers) {}
}
