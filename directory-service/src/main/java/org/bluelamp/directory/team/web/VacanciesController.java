package org.bluelamp.directory.team.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The posts of a team that nobody holds, and who covers them. */
@Controller
@RequestMapping("/staff/directory/vacancies/{*area}")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class VacanciesController {

    private final Teams teams;
    private final TeamRegister register;
    private final StaffAreas areas;
    private final Pages pages;
    private final Clock clock;

    VacanciesController(Teams teams, TeamRegister register, StaffAreas areas, Pages pages, Clock clock) {
        this.teams = teams;
        this.register = register;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    PageView edit(StaffMember staff, @PathVariable("area") String path) {
        Area area = areas.team(staff, path);
        Team team = team(area);
        VacanciesForm values = VacanciesForm.of(team);
        return page(staff, area, team, values, Form.of(values), null);
    }

    @PostMapping
    ModelAndView save(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") VacanciesForm sent,
            BindingResult result) {
        Area area = areas.team(staff, path);
        Team team = team(area);
        sent.check(result, team, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
        if (!result.hasErrors()) {
            try {
                register.edit(staff, area.code(), now -> {
                    if (!VacanciesForm.seen(now).equals(sent.seen())) {
                        throw new StaleTeam(now);
                    }
                    return sent.in(now);
                });
                return PageView.redirect(StaffAreas.desk(area.code()) + "?saved");
            } catch (StaleTeam stale) {
                VacanciesForm kept = sent.seenNow(stale.current());
                BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
                told.reject(
                        "stale",
                        "Somebody else changed the vacant posts on "
                                + LondonTime.minute(stale.current().changedAt())
                                + ". Yours are below and not saved yet. Look at theirs, then save again if yours are"
                                + " right");
                return page(staff, area, stale.current(), kept, Form.of(told), stale.current())
                        .status(HttpStatus.CONFLICT);
            } catch (IllegalArgumentException noTeam) {
                result.reject("team", Sent.reason(noTeam));
            }
        }
        return page(staff, area, team, sent, Form.of(result), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Team team(Area area) {
        return teams.find(area.code()).orElseThrow(PersonController::unknown);
    }

    private PageView page(
            StaffMember staff, Area area, Team team, VacanciesForm values, Form form, @Nullable Team current) {
        return new PageView(
                "directory/staff/vacancies",
                pages.staff(StaffSection.DIRECTORY, "Vacant posts", staff)
                        .caption(area.name())
                        .crumb("Teams", "/staff/directory")
                        .crumb(area.name(), StaffAreas.desk(area.code()))
                        .form(form),
                new VacanciesPage(
                        area, team, form, values.seen(), values.posts().size(), current));
    }
}
