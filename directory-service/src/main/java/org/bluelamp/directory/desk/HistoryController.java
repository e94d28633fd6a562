package org.bluelamp.directory.desk;

import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.desk.DeskPages.Entry;
import org.bluelamp.directory.desk.DeskPages.HistoryPage;
import org.bluelamp.directory.history.CannotUndo;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoing;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Who changed what of an area, with undo. */
@Controller
@RequestMapping("/staff/directory/history/{*area}")
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class HistoryController {

    private static final int AT_ONCE = 25;

    private final History history;
    private final Undoing undoing;
    private final StaffAreas areas;
    private final Pages pages;

    HistoryController(History history, Undoing undoing, StaffAreas areas, Pages pages) {
        this.history = history;
        this.undoing = undoing;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    PageView list(
            StaffMember staff,
            @PathVariable("area") String path,
            @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(name = "undone", required = false) @Nullable String undone) {
        return page(
                staff,
                areas.team(staff, path),
                before,
                undone == null ? null : NotificationBanner.success("The change is undone"),
                null);
    }

    @PostMapping
    ModelAndView undo(StaffMember staff, @PathVariable("area") String path, @RequestParam("change") long id) {
        Area area = areas.team(staff, path);
        Change change = history.find(id)
                .filter(one -> one.area().equals(area.code()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            undoing.undo(staff, change.id());
            return PageView.redirect("/staff/directory/history/" + area.code() + "?undone");
        } catch (CannotUndo cannot) {
            return page(staff, area, Long.MAX_VALUE, null, cannot.getMessage()).status(HttpStatus.CONFLICT);
        }
    }

    private PageView page(
            StaffMember staff, Area area, long before, @Nullable NotificationBanner notice, @Nullable String problem) {
        List<Change> changes = history.of(area.code(), before, AT_ONCE + 1);
        List<Entry> entries = changes.stream()
                .limit(AT_ONCE)
                .map(change -> new Entry(change, undoing.offers(staff, change)))
                .toList();
        String older = changes.size() > AT_ONCE
                ? "/staff/directory/history/" + area.code() + "?before="
                        + entries.getLast().change().id()
                : null;
        return new PageView(
                "directory/staff/history",
                pages.staff(StaffSection.DIRECTORY, "Who changed what", staff)
                        .caption(area.name())
                        .crumb("Teams", "/staff/directory")
                        .crumb(area.name(), StaffAreas.desk(area.code()))
                        .notice(notice),
                new HistoryPage(area, entries, problem, older));
    }
}
