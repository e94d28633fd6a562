package org.bluelamp.directory.team.web;

import jakarta.validation.Valid;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.team.StaleTeam;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How a team is reached, and the word of its staff that its entry is still right. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class TeamContactController {

    private final Teams teams;
    private final TeamRegister register;
    private final StaffAreas areas;
    private final Pages pages;

    TeamContactController(Teams teams, TeamRegister register, StaffAreas areas, Pages pages) {
        this.teams = teams;
        this.register = register;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/staff/directory/contact/{*area}")
    PageView edit(StaffMember staff, @PathVariable("area") String path) {
        Area area = areas.team(staff, path);
        TeamContactForm values = TeamContactForm.of(team(area));
        return page(staff, area, Form.of(values), values.seen(), null);
    }

    @PostMapping("/staff/directory/contact/{*area}")
    ModelAndView save(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") TeamContactForm sent,
            BindingResult result) {
        Area area = areas.team(staff, path);
        team(area);
        if (result.hasErrors()) {
            return page(staff, area, Form.of(result), sent.seen(), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            register.edit(staff, area.code(), now -> {
                if (!TeamContactForm.seen(now).equals(sent.seen())) {
                    throw new StaleTeam(now);
                }
                return sent.in(now);
            });
            return PageView.redirect(StaffAreas.desk(area.code()) + "?saved");
        } catch (StaleTeam stale) {
            TeamContactForm kept = sent.seenNow(stale.current());
            BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
            told.reject(
                    "stale",
                    "Somebody else changed this contact on "
                            + LondonTime.minute(stale.current().changedAt())
                            + ". Yours is below and not saved yet. Look at theirs, then save again if yours is right");
            return page(staff, area, Form.of(told), kept.seen(), stale.current())
                    .status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/staff/directory/confirm/{*area}")
    ModelAndView confirm(StaffMember staff, @PathVariable("area") String path) {
        Area area = areas.team(staff, path);
        team(area);
        register.confirm(staff, area.code());
        return PageView.redirect(StaffAreas.desk(area.code()) + "?confirmed");
    }

    private Team team(Area area) {
        return teams.find(area.code()).orElseThrow(PersonController::unknown);
    }

    private PageView page(StaffMember staff, Area area, Form form, String seen, @Nullable Team current) {
        return new PageView(
                "directory/staff/contact",
                pages.staff(StaffSection.DIRECTORY, "How the team is reached", staff)
                        .caption(area.name())
                        .crumb("Teams", "/staff/directory")
                        .crumb(area.name(), StaffAreas.desk(area.code()))
                        .form(form),
                new TeamContactPage(area, form, seen, current));
    }
}
