package org.bluelamp.feedback.insight.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.insight.Change;
import org.bluelamp.feedback.insight.Insights;
import org.bluelamp.feedback.insight.Span;
import org.bluelamp.feedback.pin.Outlines;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The dashboard: what residents bring in one's areas, and how it is answered. Numbers alone, nobody's words. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class InsightController {

    static final String HOME = "/staff/feedback/insight";

    private final Insights insights;
    private final Areas areas;
    private final Outlines outlines;
    private final Themes themes;
    private final Pages pages;
    private final Clock clock;

    InsightController(Insights insights, Areas areas, Outlines outlines, Themes themes, Pages pages, Clock clock) {
        this.insights = insights;
        this.areas = areas;
        this.outlines = outlines;
        this.themes = themes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView insight(StaffMember staff, @ModelAttribute("filter") InsightFilter filter, BindingResult errors) {
        List<Area> own = areas.within(staff.areas());
        Span span = filter.span(LondonTime.date(clock.instant()), errors);
        List<Theme> all = themes.all();
        @Nullable
        Theme theme = all.stream()
                .filter(one -> one.code().equals(filter.theme()))
                .findFirst()
                .orElse(null);
        @Nullable Area area = chosen(staff, own, filter);
        @Nullable Instant countedAt = insights.countedAt().orElse(null);
        Form form = errors.hasErrors() ? Form.of(errors) : Form.of(filter);
        return new PageView(
                "feedback/insight/dashboard",
                pages.staff(StaffSection.FEEDBACK, "Insight", staff)
                        .caption(area == null ? "Feedback" : area.name())
                        .form(form),
                new InsightPage(
                        form,
                        filter,
                        own,
                        all,
                        area == null || countedAt == null ? null : seen(own, area, span, countedAt, theme)));
    }

    private static @Nullable Area chosen(StaffMember staff, List<Area> own, InsightFilter filter) {
        @Nullable AreaCode wanted = filter.areaCode().orElse(null);
        if (wanted != null && staff.areas().stream().noneMatch(one -> one.covers(wanted))) {
            throw new AccessDeniedException(staff.name() + " does not work in " + wanted);
        }
        return own.stream()
                .filter(area -> wanted == null || area.code().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private InsightPage.Seen seen(List<Area> own, Area area, Span span, Instant countedAt, @Nullable Theme theme) {
        List<AreaCode> neighbourhoods = own.stream()
                .filter(one ->
                        one.kind() == AreaKind.NEIGHBOURHOOD && area.code().covers(one.code()))
                .map(Area::code)
                .toList();
        List<Change> places = insights.areas(neighbourhoods, theme == null ? null : theme.code(), span);
        String title = theme == null ? "Concerns by neighbourhood" : "Concerns about: " + theme.name();
        return new InsightPage.Seen(
                area,
                span,
                countedAt,
                insights.since(area.code()).orElse(null),
                insights.areas(List.of(area.code()), null, span).getFirst(),
                insights.days(area.code(), span),
                insights.themes(area.code(), span),
                insights.ways(area.code(), span),
                insights.answers(area.code(), neighbourhoods, span),
                insights.rounds(area.code(), span),
                places,
                area.kind() == AreaKind.NEIGHBOURHOOD
                        ? new ConcernMap(title, 0, List.of(), List.of())
                        : map(title, neighbourhoods, places));
    }

    private ConcernMap map(String title, List<AreaCode> neighbourhoods, List<Change> places) {
        Shades shades = Shades.of(1, places.stream().mapToInt(Change::now).max().orElse(0), "None");
        Map<AreaCode, ConcernMap.Number> numbers = new LinkedHashMap<>();
        places.forEach(place -> numbers.put(
                new AreaCode(place.code()),
                new ConcernMap.Number("%s: %,d".formatted(place.name(), place.now()), shades.of(place.now()), false)));
        return ConcernMap.of(title, outlines.of(neighbourhoods), numbers, shades);
    }
}
