package org.bluelamp.directory.desk;

import jakarta.validation.Valid;
import java.util.Objects;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaEntries;
import org.bluelamp.directory.area.AreaEntry;
import org.bluelamp.directory.area.StaleArea;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.desk.EntryPages.AccountsPage;
import org.bluelamp.directory.desk.EntryPages.TextsPage;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
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
import org.springframework.web.servlet.ModelAndView;

/** What a neighbourhood or district says about itself: its social accounts and its text. */
@Controller
@RequestMapping("/staff/directory")
@StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
class EntryController {

    private final AreaEntries entries;
    private final StaffAreas areas;
    private final Pages pages;

    EntryController(AreaEntries entries, StaffAreas areas, Pages pages) {
        this.entries = entries;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/accounts/{*area}")
    PageView accounts(StaffMember staff, @PathVariable("area") String path) {
        Area area = areas.own(staff, path);
        AccountsForm values = AccountsForm.of(area);
        return accounts(staff, area, values, Form.of(values), null);
    }

    @PostMapping("/accounts/{*area}")
    ModelAndView saveAccounts(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") AccountsForm sent,
            BindingResult result) {
        Area area = areas.own(staff, path);
        sent.check(result);
        if (result.hasErrors()) {
            return accounts(staff, area, sent, Form.of(result), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            entries.edit(
                    staff,
                    area.code(),
                    now -> AreaEntry.of(unchanged(now, sent.version())).accounts(sent.all()));
            return PageView.redirect(StaffAreas.desk(area.code()) + "?saved");
        } catch (StaleArea stale) {
            AccountsForm kept = sent.atVersion(stale.current().version());
            return accounts(staff, area, kept, told(kept, stale.current()), stale.current())
                    .status(HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/texts/{*area}")
    PageView text(StaffMember staff, @PathVariable("area") String path) {
        Area area = areas.own(staff, path);
        TextsForm values = new TextsForm(area.version(), text(area));
        return text(staff, area, values, Form.of(values), null);
    }

    @PostMapping("/texts/{*area}")
    ModelAndView saveText(
            StaffMember staff,
            @PathVariable("area") String path,
            @Valid @ModelAttribute("form") TextsForm sent,
            BindingResult result) {
        Area area = areas.own(staff, path);
        if (result.hasErrors()) {
            return text(staff, area, sent, Form.of(result), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            entries.edit(staff, area.code(), now -> described(unchanged(now, sent.version()), sent.text()));
            return PageView.redirect(StaffAreas.desk(area.code()) + "?saved");
        } catch (StaleArea stale) {
            TextsForm kept = new TextsForm(stale.current().version(), sent.text());
            return text(staff, area, kept, told(kept, stale.current()), text(stale.current()))
                    .status(HttpStatus.CONFLICT);
        }
    }

    /** Text that says what it said keeps its markup, which a source may have brought. */
    private static AreaEntry described(Area area, String text) {
        AreaEntry entry = AreaEntry.of(area);
        if (text.equals(text(area))) {
            return entry;
        }
        return entry.description(text.isEmpty() ? null : SafeHtml.ofText(text));
    }

    private static String text(Area area) {
        return SafeHtml.text(Objects.requireNonNullElse(area.details().description(), ""));
    }

    private static Area unchanged(Area area, long version) {
        if (area.version() != version) {
            throw new StaleArea(area);
        }
        return area;
    }

    private static Form told(Object kept, Area current) {
        BeanPropertyBindingResult told = new BeanPropertyBindingResult(kept, "form");
        told.reject(
                "stale",
                "Something of this area was changed on " + LondonTime.minute(current.changedAt())
                        + ". Your changes are below and not saved yet. Look at what is saved now, then save again if"
                        + " yours are right");
        return Form.of(told);
    }

    private PageView accounts(StaffMember staff, Area area, AccountsForm values, Form form, @Nullable Area current) {
        return new PageView(
                "directory/staff/accounts",
                frame(staff, area, "Social accounts").form(form),
                new AccountsPage(
                        area,
                        form,
                        values.version(),
                        values.accounts().size(),
                        values.accounts().stream()
                                .map(AccountsForm.Row::network)
                                .toList(),
                        current));
    }

    private PageView text(StaffMember staff, Area area, TextsForm values, Form form, @Nullable String current) {
        return new PageView(
                "directory/staff/text",
                frame(staff, area, "About the area").form(form),
                new TextsPage(area, form, values.version(), current));
    }

    private StaffPage frame(StaffMember staff, Area area, String title) {
        return pages.staff(StaffSection.DIRECTORY, title, staff)
                .caption(area.name())
                .crumb("Teams", "/staff/directory")
                .crumb(area.name(), StaffAreas.desk(area.code()));
    }
}
