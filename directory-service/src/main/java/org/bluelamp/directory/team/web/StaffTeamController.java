package org.bluelamp.directory.team.web;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.team.StaleTeam;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.directory.team.web.TeamPages.EditPage;
import org.bluelamp.directory.team.web.TeamPages.Editable;
import org.bluelamp.directory.team.web.TeamPages.ListPage;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which officers keep their own team's entry right. */
@Controller
@RequestMapping("/staff/directory")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class StaffTeamController {

    private final Teams teams;
    private final Areas areas;
    private final TeamRegister register;
    private final DirectoryProperties properties;
    private final Pages pages;

    StaffTeamController(Teams teams, Areas areas, TeamRegister register, DirectoryProperties properties, Pages pages) {
        this.teams = teams;
        this.areas = areas;
        this.register = register;
        this.properties = properties;
        this.pages = pages;
    }

    @GetMapping
    PageView list(StaffMember staff) {
        Map<AreaCode, Area> known = areas.all().stream().collect(Collectors.toMap(Area::code, Function.identity()));
        List<Editable> editable = new ArrayList<>();
        for (Team team : teams.all()) {
            Area area = known.get(team.area());
            if (area != null && TeamRegister.mayEdit(staff, team.area())) {
                Area district = area.parent() == null ? null : known.get(area.parent());
                editable.add(new Editable(area, district == null ? "" : district.name(), team));
            }
        }
        editable.sort(Comparator.comparing(Editable::district)
                .thenComparing(one -> one.area().name()));
        return new PageView(
                "directory/staffTeams",
                pages.staff(StaffSection.DIRECTORY, "Teams", staff.name()),
                new ListPage(editable));
    }

    @GetMapping("/teams/{district}/{neighbourhood}")
    PageView edit(
            StaffMember staff,
            @PathVariable("district") String district,
            @PathVariable("neighbourhood") String neighbourhood,
            @RequestParam(name = "saved", required = false) @Nullable String saved) {
        Area area = area(staff, district, neighbourhood);
        TeamForm values = TeamForm.of(team(area));
        return page(
                staff,
                area,
                values,
                Form.of(new BeanPropertyBindingResult(values, "form")),
                null,
                saved == null ? null : NotificationBanner.success("The team's page is up to date"));
    }

    @PostMapping("/teams/{district}/{neighbourhood}")
    ModelAndView save(
            StaffMember staff,
            @PathVariable("district") String district,
            @PathVariable("neighbourhood") String neighbourhood,
            @Valid @ModelAttribute("form") TeamForm sent,
            BindingResult result) {
        Area area = area(staff, district, neighbourhood);
        sent.check(result);
        if (result.hasErrors()) {
            return page(staff, area, sent, Form.of(result), null, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            register.edit(staff, sent.description(team(area)), sent.version());
            return PageView.redirect(TeamPages.editHref(area) + "?saved");
        } catch (StaleTeam stale) {
            TeamForm kept = sent.atVersion(stale.current().version()).withSpareRows();
            BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
            told.reject(
                    "stale",
                    "Somebody else changed this team on "
                            + LondonTime.minute(stale.current().changedAt())
                            + ". Your changes are below and not saved yet. Look at theirs, then save again if yours are"
                            + " right");
            return page(staff, area, kept, Form.of(told), stale.current(), null).status(HttpStatus.CONFLICT);
        }
    }

    private PageView page(
            StaffMember staff,
            Area area,
            TeamForm values,
            Form form,
            @Nullable Team current,
            @Nullable NotificationBanner notice) {
        StaffPage frame = pages.staff(StaffSection.DIRECTORY, area.name(), staff.name())
                .caption(area.label())
                .crumb("Teams", "/staff/directory")
                .form(form)
                .notice(notice);
        return new PageView(
                "directory/staffTeam",
                frame,
                new EditPage(
                        area,
                        form,
                        values.members().size(),
                        values.vacancies().size(),
                        values.version(),
                        values.members().stream().map(TeamForm.Row::id).toList(),
                        current));
    }

    /**
     * @throws ResponseStatusException 404 when there is no such area
     * @throws AccessDeniedException when the person may not edit its team
     */
    private Area area(StaffMember staff, String district, String neighbourhood) {
        AreaCode code;
        try {
            code = new AreaCode(properties.force() + "/" + district + "/" + neighbourhood);
        } catch (IllegalArgumentException notACode) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Area area = areas.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!TeamRegister.mayEdit(staff, code)) {
            throw new AccessDeniedException(staff.name() + " may not edit the team of " + code);
        }
        return area;
    }

    private Team team(Area area) {
        return teams.find(area.code()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
