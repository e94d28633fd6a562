package org.bluelamp.directory.team.web;

import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.meeting.StaleMeeting;
import org.bluelamp.directory.team.Leaving;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.StaleTeam;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
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

/** A person leaves: the page shows what points to them and asks who takes it over. */
@Controller
@RequestMapping("/staff/directory/people/{id}/leave")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class LeavingController {

    private final Teams teams;
    private final Leaving leaving;
    private final StaffAreas areas;
    private final Pages pages;

    LeavingController(Teams teams, Leaving leaving, StaffAreas areas, Pages pages) {
        this.teams = teams;
        this.leaving = leaving;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    PageView ask(StaffMember staff, @PathVariable("id") UUID id) {
        Team team = team(id);
        return view(staff, page(areas.team(staff, team.area().value()), team, id, Form.blank()));
    }

    @PostMapping
    ModelAndView leave(StaffMember staff, @PathVariable("id") UUID id, @ModelAttribute("form") LeavingForm sent) {
        Team team = team(id);
        Area area = areas.team(staff, team.area().value());
        LeavingForm shown = LeavingForm.on(page(area, team, id, Form.blank()), sent);
        if (!shown.seen().equals(sent.seen())) {
            return changedMeanwhile(staff, area, id, sent);
        }
        BindingResult told = new BeanPropertyBindingResult(shown, "form");
        shown.check(told, team, id);
        if (told.hasErrors()) {
            return view(staff, page(area, team, id, Form.of(told))).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            leaving.leave(staff, area.code(), id, shown.handover(), now -> {
                Member person = now.member(id).orElseThrow(() -> new StaleTeam(now));
                if (!LeavingPage.seen(now, person, leaving.hostedBy(id)).equals(sent.seen())) {
                    throw new StaleTeam(now);
                }
            });
            return PageView.redirect(StaffAreas.desk(area.code()) + "?left");
        } catch (StaleTeam | StaleMeeting | IllegalArgumentException changed) {
            return changedMeanwhile(staff, area, id, sent);
        }
    }

    private ModelAndView changedMeanwhile(StaffMember staff, Area area, UUID id, LeavingForm sent) {
        Team now = teams.ofMember(id).orElse(null);
        if (now == null) {
            return PageView.redirect(StaffAreas.desk(area.code()) + "?gone");
        }
        LeavingForm shown = LeavingForm.on(page(area, now, id, Form.blank()), sent);
        BindingResult told = new BeanPropertyBindingResult(shown, "form");
        told.reject(
                "stale",
                "What is to be handed over changed meanwhile, so nothing was done. Look at the list again and confirm"
                        + " it");
        return view(staff, page(area, now, id, Form.of(told))).status(HttpStatus.CONFLICT);
    }

    private Team team(UUID id) {
        return teams.ofMember(id).orElseThrow(PersonController::unknown);
    }

    private LeavingPage page(Area area, Team team, UUID id, Form form) {
        Member person = team.member(id).orElseThrow(PersonController::unknown);
        return new LeavingPage(area, team, person, leaving.hostedBy(id), form);
    }

    private PageView view(StaffMember staff, LeavingPage page) {
        Area area = page.area();
        Member person = page.person();
        return new PageView(
                "directory/staff/leave",
                pages.staff(StaffSection.DIRECTORY, person.title() + " leaves the team", staff)
                        .caption(area.name())
                        .crumb("Teams", "/staff/directory")
                        .crumb(area.name(), StaffAreas.desk(area.code()))
                        .crumb(person.title(), PersonPage.href(person))
                        .form(page.form()),
                page);
    }
}
