package org.bluelamp.directory.team.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.photo.BadPhoto;
import org.bluelamp.directory.photo.Photos;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.StaleTeam;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamRegister;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The photo of a person of a team. */
@Controller
@RequestMapping("/staff/directory/people/{id}/photo")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class PhotoUploadController {

    private final Teams teams;
    private final TeamRegister register;
    private final Photos photos;
    private final StaffAreas areas;
    private final Pages pages;

    PhotoUploadController(Teams teams, TeamRegister register, Photos photos, StaffAreas areas, Pages pages) {
        this.teams = teams;
        this.register = register;
        this.photos = photos;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    PageView ask(StaffMember staff, @PathVariable("id") UUID id, @RequestParam Map<String, String> done) {
        Team team = team(id);
        Area area = areas.team(staff, team.area().value());
        Form blank = Form.blank();
        return new PageView(
                "directory/staff/photo",
                frame(staff, area, member(team, id), blank).notice(notice(done)),
                new PhotoPage(area, member(team, id), blank));
    }

    private static @Nullable NotificationBanner notice(Map<String, String> done) {
        if (done.containsKey("saved")) {
            return NotificationBanner.success("The photo is on the team’s page");
        }
        return done.containsKey("removed") ? NotificationBanner.success("The photo is off the team’s page") : null;
    }

    @PostMapping
    ModelAndView upload(
            StaffMember staff,
            @PathVariable("id") UUID id,
            @ModelAttribute("form") PhotoForm sent,
            BindingResult result)
            throws IOException {
        Team team = team(id);
        Area area = areas.team(staff, team.area().value());
        try {
            give(staff, area, id, photos.add(bytes(sent.photo())));
            return PageView.redirect(PersonPage.href(member(team, id)) + "/photo?saved");
        } catch (BadPhoto bad) {
            result.rejectValue("photo", "bad", bad.reason());
            return page(staff, area, member(team, id), Form.of(result)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Asks once more; the photo is not easily taken again. */
    @GetMapping("/remove")
    PageView askToRemove(StaffMember staff, @PathVariable("id") UUID id) {
        Team team = team(id);
        Area area = areas.team(staff, team.area().value());
        Member person = member(team, id);
        return new PageView(
                "directory/staff/photoRemove",
                pages.staff(StaffSection.DIRECTORY, "Remove the photo of " + person.title() + "?", staff)
                        .caption(area.name())
                        .crumb("Teams", "/staff/directory")
                        .crumb(area.name(), StaffAreas.desk(area.code()))
                        .crumb(person.title(), PersonPage.href(person)),
                new PhotoPage(area, person, Form.blank()));
    }

    @PostMapping("/remove")
    ModelAndView remove(StaffMember staff, @PathVariable("id") UUID id) {
        Team team = team(id);
        Area area = areas.team(staff, team.area().value());
        give(staff, area, id, null);
        return PageView.redirect(PersonPage.href(member(team, id)) + "/photo?removed");
    }

    /** One byte more than is taken says that it is too large. */
    private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(Photos.LARGEST_FILE + 1);
        }
    }

    private void give(StaffMember staff, Area area, UUID id, @Nullable UUID photo) {
        register.edit(
                staff,
                area.code(),
                now -> now.with(
                        now.member(id).orElseThrow(() -> new StaleTeam(now)).photo(photo)));
    }

    private Team team(UUID id) {
        return teams.ofMember(id).orElseThrow(PersonController::unknown);
    }

    private static Member member(Team team, UUID id) {
        return team.member(id).orElseThrow(PersonController::unknown);
    }

    private PageView page(StaffMember staff, Area area, Member person, Form form) {
        return new PageView(
                "directory/staff/photo", frame(staff, area, person, form), new PhotoPage(area, person, form));
    }

    private StaffPage frame(StaffMember staff, Area area, Member person, Form form) {
        return pages.staff(StaffSection.DIRECTORY, "Photo of " + person.title(), staff)
                .caption(area.name())
                .crumb("Teams", "/staff/directory")
                .crumb(area.name(), StaffAreas.desk(area.code()))
                .crumb(person.title(), PersonPage.href(person))
                .form(form);
    }
}
