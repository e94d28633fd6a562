package org.bluelamp.feedback.support.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.web.UnknownArea;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Given;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.feedback.support.Supporting;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.Text;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What neighbours have said, as moderation has let it out, and supporting it. Works without script. */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say/{district}/{neighbourhood}/said")
class SaidController {

    private static final int LAST_PAGE = 10_000;

    private final Areas areas;
    private final UnknownArea unknownArea;
    private final Teams teams;
    private final Rounds rounds;
    private final Supports supports;
    private final Supporting supporting;
    private final Pages pages;

    SaidController(
            Areas areas,
            UnknownArea unknownArea,
            Teams teams,
            Rounds rounds,
            Supports supports,
            Supporting supporting,
            Pages pages) {
        this.areas = areas;
        this.unknownArea = unknownArea;
        this.teams = teams;
        this.rounds = rounds;
        this.supports = supports;
        this.supporting = supporting;
        this.pages = pages;
    }

    static String path(Area area) {
        return "/have-your-say/" + area.path() + "/said";
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") int page,
            HttpServletResponse response) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page("");
        }
        cache(response, CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic());
        boolean supported = order.equals("supported");
        int number = Math.clamp(page, 1, LAST_PAGE);
        List<Said> found = supports.concerns(area.code(), supported, number);
        return new PageView(
                "feedback/support/said",
                frame(area, "What your neighbours have said")
                        .description("What residents of " + area.name() + " have told their neighbourhood policing"
                                + " team, and how many people support it."),
                new SaidPage(
                        area,
                        number == 1 ? supports.priorities(area.code()) : List.of(),
                        found.stream().limit(Supports.PAGE).toList(),
                        supported,
                        pagination(area, supported, number, found.size() > Supports.PAGE)));
    }

    @GetMapping("/{cause}")
    ModelAndView one(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @PathVariable String cause,
            HttpServletResponse response) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page("");
        }
        cache(response, CacheControl.noCache().cachePrivate());
        Optional<Said> said = Cause.read(cause).flatMap(read -> supports.find(area.code(), read));
        return page(area, said.orElse(null), Form.of(SupportForm.blank()));
    }

    @PostMapping("/{cause}")
    ModelAndView support(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @PathVariable String cause,
            @ModelAttribute("form") SupportForm form,
            BindingResult errors) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page("");
        }
        Said said = Cause.read(cause)
                .flatMap(read -> supports.find(area.code(), read))
                .orElse(null);
        if (said == null) {
            return page(area, null, Form.of(errors));
        }
        VoiceCode code = VoiceCode.read(form.code()).orElse(null);
        if (code == null) {
            errors.rejectValue("code", "Rule", "Enter your code in the form 7K3M-Q9TF-22VX");
            return page(area, said, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Given given = supporting.withCode(area.code(), said.cause(), code, form.token());
        if (given == Given.COUNTED) {
            return PageView.redirect(path(area) + "/" + said.cause().code() + "/thanks");
        }
        errors.rejectValue("code", "Rule", given.fault());
        return page(area, said, Form.of(errors))
                .status(given == Given.UNKNOWN_CODE ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    @GetMapping("/{cause}/thanks")
    ModelAndView thanks(
            @PathVariable String district,
            @PathVariable String neighbourhood,
            @PathVariable String cause,
            HttpServletResponse response) {
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page("");
        }
        cache(response, CacheControl.noStore());
        Optional<Said> said = Cause.read(cause).flatMap(read -> supports.find(area.code(), read));
        return said.<ModelAndView>map(found -> new PageView(
                        "feedback/support/thanks",
                        frame(area, "Your support counts").withoutHeading().unlisted(),
                        model(area, found, Form.blank())))
                .orElseGet(() -> page(area, null, Form.of(SupportForm.blank())));
    }

    private PageView page(Area area, @Nullable Said said, Form form) {
        PageView view = new PageView(
                "feedback/support/support",
                frame(area, said == null ? "This can no longer be supported" : "Support what a neighbour told us")
                        .crumb("What your neighbours have said", path(area))
                        .unlisted()
                        .form(form),
                model(area, said, form));
        return said == null ? view.status(HttpStatus.NOT_FOUND) : view;
    }

    private SupportPage model(Area area, @Nullable Said said, Form form) {
        return new SupportPage(
                area,
                Team.readers(teams.of(area.code()).orElse(null)),
                said,
                said != null && said.cause() instanceof Cause.OfPriority(var id)
                        ? supports.ledTo(List.of(id)).getOrDefault(id, List.of())
                        : List.of(),
                rounds.open(area.code()).isPresent(),
                form);
    }

    private Page frame(Area area, String title) {
        return pages.page(Section.HAVE_YOUR_SAY, title)
                .caption(area.name())
                .crumb("Have your say", "/have-your-say")
                .crumb("Have your say in " + area.name(), "/have-your-say/" + area.path());
    }

    private static @Nullable Pagination pagination(Area area, boolean supported, int page, boolean more) {
        if (page == 1 && !more) {
            return null;
        }
        return new Pagination(
                page > 1
                        ? new Pagination.Neighbour(at(area, supported, page - 1), new Text("Page before"), null)
                        : null,
                more ? new Pagination.Neighbour(at(area, supported, page + 1), new Text("Next page"), null) : null);
    }

    private static String at(Area area, boolean supported, int page) {
        return path(area) + "?" + (supported ? "order=supported&" : "") + "page=" + page;
    }

    private static void cache(HttpServletResponse response, CacheControl control) {
        @Nullable String value = control.getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, value);
    }
}
