package org.bluelamp.feedback.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.insight.Change;
import org.bluelamp.feedback.insight.Insights;
import org.bluelamp.feedback.insight.Span;
import org.bluelamp.feedback.pin.Outlines;
import org.bluelamp.feedback.results.SmallGroups;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What residents raised in a round's time in its district, on a map for everybody, once the round is over. */
@Controller
@PublicEndpoint
class RoundMapController {

    private final Rounds rounds;
    private final Insights insights;
    private final Areas areas;
    private final Outlines outlines;
    private final Themes themes;
    private final HomeForce home;
    private final Pages pages;

    RoundMapController(
            Rounds rounds,
            Insights insights,
            Areas areas,
            Outlines outlines,
            Themes themes,
            HomeForce home,
            Pages pages) {
        this.rounds = rounds;
        this.insights = insights;
        this.areas = areas;
        this.outlines = outlines;
        this.themes = themes;
        this.home = home;
        this.pages = pages;
    }

    static String path(RoundId id) {
        return "/have-your-say/rounds/" + id + "/map";
    }

    @GetMapping("/have-your-say/rounds/{id}/map")
    @Nullable
    ModelAndView map(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String theme,
            ServletWebRequest request,
            HttpServletResponse response) {
        Round round = rounds.find(new RoundId(id))
                .filter(found -> home.has(found.area()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        @Nullable Instant closed = closed(round);
        if (closed == null) {
            return PageView.redirect("/have-your-say/rounds/" + id);
        }
        Area area = areas.area(round.area()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Theme> all = themes.all();
        @Nullable
        Theme chosen =
                all.stream().filter(one -> one.code().equals(theme)).findFirst().orElse(null);
        RoundMapPage model = model(round, area, span(round, closed), all, chosen);
        if (request.checkNotModified(tag(model))) {
            return null;
        }
        @Nullable
        String control =
                CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, control);
        return new PageView(
                "feedback/insight/round-map",
                pages.page(Section.HAVE_YOUR_SAY, "Where residents raised concerns")
                        .caption(area.name() + ": " + round.plan().title())
                        .crumb("Have your say", "/have-your-say")
                        .crumb("Rounds", "/have-your-say/rounds")
                        .crumb("What residents said", "/have-your-say/rounds/" + id + "/results")
                        .at(path(round.id()))
                        .description("Concerns that residents of " + area.name()
                                + " and the neighbourhoods around it raised, on a map and in numbers."),
                model);
    }

    private static @Nullable Instant closed(Round round) {
        return switch (round) {
            case Closed over -> over.closedAt();
            case Decided over -> over.closedAt();
            default -> null;
        };
    }

    /** Since the round before it closed, as its results count, or since it opened; at most a year. */
    private Span span(Round round, Instant closed) {
        LocalDate last = LondonTime.date(closed);
        LocalDate first = rounds.before(round)
                .map(RoundMapController::closed)
                .map(LondonTime::date)
                .orElse(round.plan().period().first());
        LocalDate earliest = last.minusDays(Span.LONGEST - 1L);
        return new Span(first.isBefore(earliest) ? earliest : first.isAfter(last) ? last : first, last);
    }

    private RoundMapPage model(Round round, Area area, Span span, List<Theme> all, @Nullable Theme theme) {
        List<AreaCode> around = round.area().down();
        AreaCode district = around.get(Math.max(0, around.size() - 2));
        List<AreaCode> neighbourhoods = areas.within(Set.of(district)).stream()
                .filter(one -> one.kind() == AreaKind.NEIGHBOURHOOD)
                .map(Area::code)
                .toList();
        List<Change> counts = insights.areas(neighbourhoods, theme == null ? null : theme.code(), span);
        String few = "Fewer than " + SmallGroups.FEWEST;
        Shades shades = Shades.of(
                SmallGroups.FEWEST, counts.stream().mapToInt(Change::now).max().orElse(0), few);
        List<RoundMapPage.Line> lines = new ArrayList<>();
        Map<AreaCode, ConcernMap.Number> numbers = new LinkedHashMap<>();
        for (Change count : counts) {
            AreaCode code = new AreaCode(count.code());
            boolean meant = code.equals(round.area());
            String told = SmallGroups.shown(count.now()) ? "%,d".formatted(count.now()) : few;
            lines.add(new RoundMapPage.Line(count.name(), told, meant));
            numbers.put(code, new ConcernMap.Number(count.name() + ": " + told, shades.of(count.now()), meant));
        }
        String title = theme == null ? "Concerns" : "Concerns about: " + theme.name();
        return new RoundMapPage(
                round,
                area,
                LondonTime.day(span.from()) + " to " + LondonTime.day(span.to()),
                all,
                theme,
                lines,
                ConcernMap.of(title, outlines.of(neighbourhoods), numbers, shades));
    }

    /** Changes with what is shown, and with the release, which may show it otherwise. */
    private static String tag(RoundMapPage model) {
        String shown = model.area()
                + model.round().plan().title()
                + model.when()
                + model.lines()
                + model.map().shapes()
                + model.map().key()
                + model.themes()
                + model.theme()
                + RoundMapController.class.getPackage().getImplementationVersion();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
