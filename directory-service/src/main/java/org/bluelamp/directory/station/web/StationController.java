package org.bluelamp.directory.station.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.station.StaleStation;
import org.bluelamp.directory.station.Station;
import org.bluelamp.directory.station.StationRegister;
import org.bluelamp.directory.station.Stations;
import org.bluelamp.service.area.AreaKind;
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

/** The stations of a neighbourhood or district, for its sergeant and administrators. */
@Controller
@RequestMapping("/staff/directory")
@StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
class StationController {

    private final Stations stations;
    private final StationRegister register;
    private final StaffAreas areas;
    private final Pages pages;

    StationController(Stations stations, StationRegister register, StaffAreas areas, Pages pages) {
        this.stations = stations;
        this.register = register;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/stations/{*area}")
    PageView list(
            StaffMember staff,
            @PathVariable("area") String path,
            @RequestParam(name = "saved", required = false) @Nullable String saved) {
        Area area = place(staff, path);
        return new PageView(
                "directory/staff/stations",
                frame(staff, area, "Stations")
                        .notice(saved == null ? null : NotificationBanner.success("The stations are up to date")),
                new StationPages.ListPage(area, stations.of(List.of(area.code()))));
    }

    @GetMapping("/stations/new/{*area}")
    PageView add(StaffMember staff, @PathVariable("area") String path) {
        StationForm values = StationForm.empty();
        return page(staff, place(staff, path), values, Form.of(values), null, null);
    }

    @PostMapping("/stations/new/{*area}")
    ModelAndView add(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") StationForm sent,
            BindingResult result) {
        Area area = place(staff, path);
        sent.check(result);
        if (result.hasErrors()) {
            return page(staff, area, sent, Form.of(result), null, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        register.add(staff, area.code(), sent.description(null));
        return PageView.redirect(StationPages.listHref(area) + "?saved");
    }

    @GetMapping("/station/{id}")
    PageView edit(StaffMember staff, @PathVariable("id") UUID id) {
        Station station = station(id);
        StationForm values = StationForm.of(station);
        return page(staff, area(staff, station), values, Form.of(values), station, null);
    }

    @PostMapping("/station/{id}")
    ModelAndView save(
            StaffMember staff,
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") StationForm sent,
            BindingResult result) {
        Station station = station(id);
        Area area = area(staff, station);
        sent.check(result);
        if (result.hasErrors()) {
            return page(staff, area, sent, Form.of(result), station, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            register.change(staff, area.code(), id, sent.description(station), sent.version());
            return PageView.redirect(StationPages.listHref(area) + "?saved");
        } catch (StaleStation stale) {
            return changedMeanwhile(staff, area, sent, stale);
        }
    }

    @PostMapping("/station/{id}/remove")
    ModelAndView remove(StaffMember staff, @PathVariable("id") UUID id, @RequestParam("version") long version) {
        Station station = station(id);
        Area area = area(staff, station);
        try {
            register.remove(staff, area.code(), id, version);
            return PageView.redirect(StationPages.listHref(area) + "?saved");
        } catch (StaleStation stale) {
            return changedMeanwhile(staff, area, StationForm.of(station), stale);
        }
    }

    private ModelAndView changedMeanwhile(StaffMember staff, Area area, StationForm sent, StaleStation stale) {
        Station current = stale.current();
        if (current == null) {
            return PageView.redirect(StationPages.listHref(area));
        }
        StationForm kept = sent.atVersion(current.version());
        BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
        told.reject(
                "stale",
                "Somebody else changed this station on " + LondonTime.minute(current.changedAt())
                        + ". Your changes are below and not saved yet. Look at theirs, then save again if yours are"
                        + " right");
        return page(staff, area, kept, Form.of(told), current, current).status(HttpStatus.CONFLICT);
    }

    private Station station(UUID id) {
        return stations.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A force has no stations of its own. */
    private Area place(StaffMember staff, String path) {
        Area area = areas.own(staff, path);
        if (area.kind() == AreaKind.FORCE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return area;
    }

    private Area area(StaffMember staff, Station station) {
        return areas.own(staff, station.area().value());
    }

    private PageView page(
            StaffMember staff,
            Area area,
            StationForm values,
            Form form,
            @Nullable Station station,
            @Nullable Station current) {
        return new PageView(
                "directory/staff/station",
                frame(staff, area, station == null ? "New station" : station.name())
                        .crumb("Stations", StationPages.listHref(area))
                        .form(form),
                new StationPages.EditPage(area, form, values.version(), station, current));
    }

    private StaffPage frame(StaffMember staff, Area area, String title) {
        return pages.staff(StaffSection.DIRECTORY, title, staff)
                .caption(area.name())
                .crumb("Teams", "/staff/directory")
                .crumb(area.name(), StaffAreas.desk(area.code()));
    }
}
