package org.bluelamp.directory.desk;

import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.desk.DeskPages.AreaPage;
import org.bluelamp.directory.desk.DeskPages.Editable;
import org.bluelamp.directory.desk.DeskPages.ListPage;
import org.bluelamp.directory.reach.Reaches;
import org.bluelamp.directory.station.Stations;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of teams one may edit, and for one area the ways to everything that is kept about it. */
@Controller
@RequestMapping("/staff/directory")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class DeskController {

    /** A team's entry is to be looked at that often. */
    static final Period FRESH = Period.ofMonths(6);

    private final Teams teams;
    private final Areas areas;
    private final Stations stations;
    private final Reaches reaches;
    private final StaffAreas staffAreas;
    private final HomeForce home;
    private final Pages pages;
    private final Clock clock;

    DeskController(
            Teams teams,
            Areas areas,
            Stations stations,
            Reaches reaches,
            StaffAreas staffAreas,
            HomeForce home,
            Pages pages,
            Clock clock) {
        this.teams = teams;
        this.areas = areas;
        this.stations = stations;
        this.reaches = reaches;
        this.staffAreas = staffAreas;
        this.home = home;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    PageView list(StaffMember staff) {
        Map<AreaCode, Area> known = areas.all().stream().collect(Collectors.toMap(Area::code, Function.identity()));
        List<Editable> editable = new ArrayList<>();
        for (Team team : teams.all()) {
            Area area = known.get(team.area());
            if (area != null && AreaRights.mayEdit(staff, team.area())) {
                Area district = area.parent() == null ? null : known.get(area.parent());
                editable.add(new Editable(area, district == null ? "" : district.name(), team, stale(team)));
            }
        }
        editable.sort(Comparator.comparing(Editable::stale)
                .reversed()
                .thenComparing(Editable::district)
                .thenComparing(one -> one.area().name()));
        List<Area> districts = areas.all(AreaKind.DISTRICT).stream()
                .filter(district -> AreaRights.mayEditArea(staff, district.code()))
                .toList();
        return new PageView(
                "directory/staff/teams",
                pages.staff(StaffSection.DIRECTORY, "Teams", staff),
                new ListPage(editable, districts));
    }

    @GetMapping("/areas/{*area}")
    PageView area(StaffMember staff, @PathVariable("area") String path, @RequestParam Map<String, String> done) {
        Area area = staffAreas.team(staff, path);
        Team team = teams.find(area.code()).orElse(null);
        return new PageView(
                "directory/staff/area",
                pages.staff(StaffSection.DIRECTORY, area.name(), staff)
                        .caption(area.label())
                        .crumb("Teams", "/staff/directory")
                        .notice(notice(done)),
                new AreaPage(
                        area,
                        team,
                        team != null && stale(team),
                        AreaRights.mayEditArea(staff, area.code()),
                        stations.of(List.of(area.code())),
                        reaches.find(area.code()).orElse(null)));
    }

    /** Where a team was edited before there was a page per concern; bookmarks lead on. */
    @GetMapping("/teams/{district}/{neighbourhood}")
    ModelAndView moved(@PathVariable("district") String district, @PathVariable("neighbourhood") String neighbourhood) {
        return new ModelAndView(
                "redirect:/staff/directory/areas/" + home.code() + "/" + district + "/" + neighbourhood);
    }

    private static @Nullable NotificationBanner notice(Map<String, String> done) {
        if (done.containsKey("saved")) {
            return NotificationBanner.success("The team’s page is up to date");
        }
        if (done.containsKey("left")) {
            return NotificationBanner.success("They left the team, and what they had is handed over");
        }
        if (done.containsKey("confirmed")) {
            return NotificationBanner.success("Noted that the team’s entry is right");
        }
        return done.containsKey("gone")
                ? new NotificationBanner("That person left the team meanwhile, so nothing was saved")
                : null;
    }

    private boolean stale(Team team) {
        return team.confirmedAt()
                .atZone(LondonTime.ZONE)
                .plus(FRESH)
                .isBefore(clock.instant().atZone(LondonTime.ZONE));
    }
}
