package org.bluelamp.directory.find.web;

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
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Match;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.SharedName;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;
import org.bluelamp.directory.find.Finder;
import org.bluelamp.directory.find.web.FindPage.Suggestion;
import org.bluelamp.directory.place.Places;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Pages pages;

    FindController(
            Finder finder, Areas areas, AreaPaths paths, Places places, DirectoryProperties properties, Pages pages) {
        this.finder = finder;
        this.areas = areas;
        this.paths = paths;
        this.places = places;
        this.properties = properties;
        this.pages = pages;
    }

    @GetMapping("/find")
    ModelAndView find(@RequestParam(name = "q", defaultValue = "") String typed) {
        FindResult result = finder.find(typed);
        if (result instanceof Found found) {
            return new ModelAndView("redirect:" + paths.of(found.area()));
        }
        FindPage page = new FindPage(
                typed, result, properties.teamLabel(), suggestions(result), areas.within(properties.forceCode()));
        return new PageView(
                "directory/find",
                pages.page(Section.YOUR_AREA, page.title())
                        .crumb("Your area", "/your-area")
                        .unlisted(),
                page);
    }

    private List<Suggestion> suggestions(FindResult result) {
        return switch (result) {
            case SharedPostcode shared -> suggestions(shared.neighbourhoods());
            case UnknownPostcode unknown -> suggestions(unknown.nearby());
            case SharedName shared ->
                suggestions(shared.matches().stream().map(Match::area).toList());
            case Similar similar -> named(similar.matches());
            case Found _, NothingTyped _, Elsewhere _, Unknown _ -> List.of();
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
