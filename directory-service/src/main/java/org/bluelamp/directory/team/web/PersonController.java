package org.bluelamp.directory.team.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.bluelamp.directory.Fingerprint;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.team.Member;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One person of a team: who they are, what they do in it, who covers for them. */
@Controller
@RequestMapping("/staff/directory/people")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class PersonController {

    private final Teams teams;
    private final TeamRegister register;
    private final StaffAreas areas;
    private final Pages pages;
    private final Clock clock;

    PersonController(Teams teams, TeamRegister register, StaffAreas areas, Pages pages, Clock clock) {
        this.teams = teams;
        this.register = register;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/new/{*area}")
    PageView add(StaffMember staff, @PathVariable("area") String path) {
        Area area = areas.team(staff, path);
        return page(staff, area, team(area), null, Form.of(PersonForm.empty()), "", null);
    }

    @PostMapping("/new/{*area}")
    ModelAndView add(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") PersonForm sent,
            BindingResult result) {
        Area area = areas.team(staff, path);
        Team team = team(area);
        sent.check(result, team, null, today());
        if (!result.hasErrors()) {
            try {
                UUID id = UUID.randomUUID();
                register.edit(staff, area.code(), now -> sent.in(now, id, null));
                return PageView.redirect(StaffAreas.desk(area.code()) + "?saved");
            } catch (IllegalArgumentException noTeam) {
                result.reject("team", Sent.reason(noTeam));
            }
        }
        return page(staff, area, team, null, Form.of(result), "", null).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    PageView edit(StaffMember staff, @PathVariable("id") UUID id) {
        Team team = teamOf(id);
        Area area = areas.team(staff, team.area().value());
        PersonForm values = PersonForm.of(member(team, id));
        return page(staff, area, team, member(team, id), Form.of(values), values.seen(), null);
    }

    @PostMapping("/{id}")
    ModelAndView save(
            StaffMember staff,
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") PersonForm sent,
            BindingResult result) {
        Team team = teamOf(id);
        Area area = areas.team(staff, team.area().value());
        sent.check(result, team, id, today());
        if (!result.hasErrors()) {
            try {
                register.edit(staff, area.code(), now -> sent.in(now, id, unchanged(now, id, sent.seen())));
                return PageView.redirect(StaffAreas.desk(area.code()) + "?saved");
            } catch (StaleTeam stale) {
                return changedMeanwhile(staff, area, stale.current(), id, sent);
            } catch (IllegalArgumentException noTeam) {
                result.reject("team", Sent.reason(noTeam));
            }
        }
        return page(staff, area, team, member(team, id), Form.of(result), sent.seen(), null)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView changedMeanwhile(StaffMember staff, Area area, Team current, UUID id, PersonForm sent) {
        Member now = current.member(id).orElse(null);
        if (now == null) {
            return PageView.redirect(StaffAreas.desk(area.code()) + "?gone");
        }
        PersonForm kept = sent.seen(now);
        BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
        told.reject(
                "stale",
                "Somebody else changed this entry on " + LondonTime.minute(current.changedAt())
                        + ". Your changes are below and not saved yet. Look at theirs, then save again if yours are"
                        + " right");
        return page(staff, area, current, now, Form.of(told), kept.seen(), now).status(HttpStatus.CONFLICT);
    }

    /** @throws StaleTeam when the person left or was changed since the form was shown */
    static Member unchanged(Team team, UUID id, String seen) {
        return team.member(id)
                .filter(member -> Fingerprint.of(member).equals(seen))
                .orElseThrow(() -> new StaleTeam(team));
    }

    private PageView page(
            StaffMember staff,
            Area area,
            Team team,
            @Nullable Member person,
            Form form,
            String seen,
            @Nullable Member current) {
        return new PageView(
                "directory/staff/person",
                pages.staff(StaffSection.DIRECTORY, person == null ? "Somebody new" : person.title(), staff)
                        .caption(area.name())
                        .crumb("Teams", "/staff/directory")
                        .crumb(area.name(), StaffAreas.desk(area.code()))
                        .form(form),
                new PersonPage(area, team, form, seen, person, current));
    }

    private Team teamOf(UUID id) {
        return teams.ofMember(id).orElseThrow(PersonController::unknown);
    }

    private Team team(Area area) {
        return teams.find(area.code()).orElseThrow(PersonController::unknown);
    }

    private static Member member(Team team, UUID id) {
        return team.member(id).orElseThrow(PersonController::unknown);
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }
}
