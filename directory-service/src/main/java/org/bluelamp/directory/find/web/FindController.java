package org.bluelamp.directory.find.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.find.FindResult;
import org.bluelamp.directory.find.FindResult.Border;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Inaccurate;
import org.bluelamp.directory.find.FindResult.Match;
import org.bluelamp.directory.find.FindResult.NoPostcode;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.OutsideHere;
import org.bluelamp.directory.find.FindResult.SharedName;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.SharedStreet;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Terminated;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;
import org.bluelamp.directory.find.Finder;
import org.bluelamp.directory.find.Here;
import org.bluelamp.directory.find.web.FindPage.Suggestion;
import org.bluelamp.directory.place.Places;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the find box leads: straight to the area's page, or to a page that helps on. */
@Controller
@PublicEndpoint
class FindController {

    private final Finder finder;
    private final Areas areas;
    private final AreaPaths paths;
    private final Places places;
    private final DirectoryProperties properties;
    private final HomeForce homeForce;
    private final Pages pages;

    FindController(
            Finder finder,
            Areas areas,
            AreaPaths paths,
            Places places,
            DirectoryProperties properties,
            HomeForce homeForce,
            Pages pages) {
        this.finder = finder;
        this.areas = areas;
        this.paths = paths;
        this.places = places;
        this.properties = properties;
        this.homeForce = homeForce;
        this.pages = pages;
    }

    @GetMapping("/find")
    ModelAndView find(@RequestParam(name = "q", defaultValue = "") String typed) {
        FindResult result = finder.find(typed);
        return result instanceof Found found
                ? new ModelAndView("redirect:" + paths.of(found.area()))
                : show(typed, result);
    }

    /**
     * Finds the team of the place where a device is. The place comes in the body, so that no log of addresses holds it,
     * and is forgotten with the answer (ADR 0108).
     */
    @PostMapping("/find")
    ModelAndView here(
            @RequestParam(defaultValue = "") String latitude,
            @RequestParam(defaultValue = "") String longitude,
            @RequestParam(defaultValue = "") String accuracy,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        FindResult result = finder.find(new Here(number(longitude), number(latitude), number(accuracy)));
        return result instanceof Found found ? PageView.redirect(paths.of(found.area())) : show("", result);
    }

    private PageView show(String typed, FindResult result) {
        FindPage page = new FindPage(
                typed, result, properties.teamLabel(), suggestions(result), areas.within(homeForce.code()));
        return new PageView(
                "directory/find",
                pages.page(Section.YOUR_AREA, page.title())
                        .crumb("Your area", "/your-area")
                        .unlisted(),
                page);
    }

    /** What is no number leads to the page for a place that is not known. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private List<Suggestion> suggestions(FindResult result) {
        return switch (result) {
            case SharedPostcode shared -> suggestions(shared.neighbourhoods());
            case UnknownPostcode unknown -> suggestions(unknown.nearby());
            case Border border -> suggestions(border.nearest());
            case Terminated ended ->
                ended.neighbourhood() == null ? List.of() : suggestions(List.of(ended.neighbourhood()));
            case SharedName shared ->
                suggestions(shared.matches().stream().map(Match::area).toList());
            case SharedStreet shared -> named(shared.matches());
            case Similar similar -> named(similar.matches());
            case Found _, NothingTyped _, NoPostcode _, Elsewhere _, OutsideHere _, Inaccurate _, Unknown _ ->
                List.of();
        };
    }

    private List<Suggestion> suggestions(List<AreaCode> codes) {
        return named(codes.stream().map(code -> new Match(code, "")).toList());
    }

    private List<Suggestion> named(List<Match> matches) {
        List<AreaCode> codes = matches.stream().map(Match::area).toList();
        Map<AreaCode, Area> known = byCode(codes);
        Map<AreaCode, List<String>> placeNames = places.names(codes);
        return matches.stream()
                .filter(match -> known.containsKey(match.area()))
                .map(match -> {
                    Area area = Objects.requireNonNull(known.get(match.area()));
                    return new Suggestion(
                            area,
                            match.name().equals(area.name()) ? "" : match.name(),
                            placeNames.getOrDefault(area.code(), List.of()));
                })
                .toList();
    }

    private Map<AreaCode, Area> byCode(Collection<AreaCode> codes) {
        return areas.all(codes).stream().collect(Collectors.toMap(Area::code, Function.identity()));
    }
}
