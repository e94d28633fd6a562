package org.bluelamp.feedback.voice.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.WebProperties;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where a team prints the poster with the QR code that leads residents of its neighbourhood to the form. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping("/staff/feedback/posters")
class StaffPostersController {

    private final Areas areas;
    private final Teams teams;
    private final PrintedPages printed;
    private final Pages pages;
    private final WebProperties web;

    StaffPostersController(Areas areas, Teams teams, PrintedPages printed, Pages pages, WebProperties web) {
        this.areas = areas;
        this.teams = teams;
        this.printed = printed;
        this.pages = pages;
        this.web = web;
    }

    @GetMapping
    PageView list(StaffMember staff) {
        return new PageView(
                "feedback/voice/staff-posters",
                pages.staff(StaffSection.FEEDBACK, "Posters", staff),
                new PostersPage(areas.neighbourhoodsIn(staff.areas())));
    }

    @GetMapping("/{district}/{neighbourhood}")
    ResponseEntity<byte[]> poster(
            StaffMember staff, @PathVariable String district, @PathVariable String neighbourhood) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!TeamRights.mayWork(staff, area.code()) && !TeamRights.mayLead(staff, area.code())) {
            throw new AccessDeniedException(staff.name() + " has no part in " + area.code());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("have-your-say-" + neighbourhood + ".pdf")
                                .build()
                                .toString())
                .body(printed.invitation(
                        area,
                        Team.readers(teams.of(area.code()).orElse(null)),
                        web.publicUrl() + "/have-your-say/" + area.path()));
    }
}
