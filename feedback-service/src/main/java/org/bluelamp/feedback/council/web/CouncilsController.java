package org.bluelamp.feedback.council.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.council.Council;
import org.bluelamp.feedback.council.CouncilSettings;
import org.bluelamp.feedback.council.Councils;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators say where the councils of their districts take reports. */
@Controller
@StaffEndpoint(Role.ADMINISTRATOR)
@RequestMapping(CouncilsController.PATH)
class CouncilsController {

    static final String PATH = "/staff/feedback/councils";

    private final Councils councils;
    private final Areas areas;
    private final Themes themes;
    private final HomeForce home;
    private final CouncilSettings settings;
    private final Pages pages;

    CouncilsController(
            Councils councils, Areas areas, Themes themes, HomeForce home, CouncilSettings settings, Pages pages) {
        this.councils = councils;
        this.areas = areas;
        this.themes = themes;
        this.home = home;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(StaffMember staff, @RequestParam(required = false) @Nullable String done) {
        List<CouncilsPage.Row> rows = areas.byDistrict().stream()
                .filter(district -> staff.may(Role.ADMINISTRATOR, home.area(district.slug())))
                .map(district -> new CouncilsPage.Row(
                        district, councils.of(home.area(district.slug())).orElse(null)))
                .toList();
        return new PageView(
                "feedback/council/councils",
                pages.staff(StaffSection.FEEDBACK, "Councils", staff)
                        .notice(done == null ? null : NotificationBanner.success("Saved")),
                new CouncilsPage(rows));
    }

    @GetMapping("/{district}")
    ModelAndView edit(StaffMember staff, @PathVariable String district) {
        Area area = area(staff, district);
        @Nullable Council held = councils.of(area.code()).orElse(null);
        return page(
                staff,
                area,
                held,
                Form.of(held == null ? new CouncilForm(null, null, null, null, null, null) : CouncilForm.of(held)));
    }

    @PostMapping("/{district}")
    ModelAndView save(
            StaffMember staff,
            @PathVariable String district,
            @RequestParam long version,
            @ModelAttribute("form") CouncilForm form,
            BindingResult errors) {
        Area area = area(staff, district);
        @Nullable
        Council read = form.read(
                errors, area.code(), version, theirs().stream().map(Theme::code).toList(), settings.privateEndPoints());
        @Nullable Council held = councils.of(area.code()).orElse(null);
        if (read == null) {
            return page(staff, area, held, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!councils.save(staff, read, form.key())) {
            errors.reject(
                    "stale",
                    "A colleague changed this after you opened it. We have kept what you wrote, so send it again if it"
                            + " is still right");
            return page(staff, area, councils.of(area.code()).orElse(null), Form.of(errors))
                    .status(HttpStatus.CONFLICT);
        }
        return PageView.redirect(PATH + "?done=saved");
    }

    private Area area(StaffMember staff, String district) {
        Area area = areas.district(district).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        staff.require(Role.ADMINISTRATOR, area.code());
        return area;
    }

    private List<Theme> theirs() {
        return themes.all().stream().filter(Theme::council).toList();
    }

    private PageView page(StaffMember staff, Area area, @Nullable Council held, Form form) {
        return new PageView(
                "feedback/council/council",
                pages.staff(StaffSection.FEEDBACK, "The council of " + area.name(), staff)
                        .crumb("Councils", PATH)
                        .form(form),
                new CouncilPage(
                        area.code(), held == null ? 0 : held.version(), held != null && held.key(), theirs(), form));
    }
}
