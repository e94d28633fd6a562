package org.bluelamp.directory.yourarea;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.area.Outlines;
import org.bluelamp.directory.news.Headlines;
import org.bluelamp.directory.place.Place;
import org.bluelamp.directory.place.Places;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.directory.yourarea.AreaPages.DistrictPage;
import org.bluelamp.directory.yourarea.AreaPages.ForcePage;
import org.bluelamp.directory.yourarea.AreaPages.NeighbourhoodPage;
import org.bluelamp.directory.yourarea.AreaPages.Served;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the force's districts and neighbourhoods. They need nothing but this service's own database. */
@Controller
@PublicEndpoint
class YourAreaController {

    private static final int NEWS_OF_NEIGHBOURHOOD = 5;
    private static final int NEWS_OF_DISTRICT = 3;

    /** The map of a neighbourhood shows this much around it at most, as a part of its size. */
    private static final double AROUND = 0.6;

    private final Areas areas;
    private final Neighbourhoods neighbourhoods;
    private final Outlines outlines;
    private final Teams teams;
    private final Places places;
    private final Headlines headlines;
    private final Sources sources;
    private final DirectoryProperties properties;
    private final Pages pages;

    YourAreaController(
            Areas areas,
            Neighbourhoods neighbourhoods,
            Outlines outlines,
            Teams teams,
            Places places,
            Headlines headlines,
            Sources sources,
            DirectoryProperties properties,
            Pages pages) {
        this.areas = areas;
        this.neighbourhoods = neighbourhoods;
        this.outlines = outlines;
        this.teams = teams;
        this.places = places;
        this.headlines = headlines;
        this.sources = sources;
        this.properties = properties;
        this.pages = pages;
    }

    @GetMapping("/your-area")
    PageView force() {
        AreaCode force = properties.forceCode();
        List<Area> districts = areas.within(force);
        Map<AreaCode, List<Area>> within = areas.all(AreaKind.NEIGHBOURHOOD).stream()
                .filter(area -> force.covers(area.code()))
                .collect(Collectors.groupingBy(area -> new AreaCode(parent(area.code()))));
        AreaMap map = AreaMap.numbered(
                "Map of the districts",
                inOrder(outlines.within(AreaKind.DISTRICT, force), districts),
                names(districts));
        String name = areas.find(force).map(Area::name).orElse("");
        return new PageView(
                "directory/force",
                pages.page(Section.YOUR_AREA, "Your area")
                        .description("All districts of " + name + " and their " + properties.teamLabel() + "s."),
                new ForcePage(name, properties.teamLabel(), districts, within, map, notices(districts)));
    }

    @GetMapping("/your-area/{district}")
    PageView district(@PathVariable("district") String slug) {
        Area district = area(slug);
        List<Area> within = areas.within(district.code());
        List<AreaCode> codes = within.stream().map(Area::code).toList();
        Map<AreaCode, List<String>> placeNames = places.names(codes);
        List<Served> served = within.stream()
                .map(area -> new Served(area, placeNames.getOrDefault(area.code(), List.of())))
                .toList();
        AreaMap map = AreaMap.numbered(
                "Map of the neighbourhoods of " + district.name(),
                inOrder(outlines.within(AreaKind.NEIGHBOURHOOD, district.code()), within),
                names(within));
        List<AreaCode> readers = Stream.of(List.of(new AreaCode(properties.force()), district.code()), codes)
                .flatMap(List::stream)
                .toList();
        return new PageView(
                "directory/district",
                pages.page(Section.YOUR_AREA, district.name())
                        .crumb("Your area", "/your-area")
                        .description("The " + district.label() + "s of " + district.name() + " and how to reach them."),
                new DistrictPage(district, served, map, headlines.latest(readers, NEWS_OF_DISTRICT), notices(within)));
    }

    @GetMapping("/your-area/{district}/{neighbourhood}")
    PageView neighbourhood(@PathVariable("district") String districtSlug, @PathVariable("neighbourhood") String slug) {
        Area district = area(districtSlug);
        Area area = area(districtSlug + "/" + slug);
        Team team = teams.find(area.code()).orElse(null);
        List<Place> inside = places.within(area.code());
        Map<AreaCode, Geometry> around = outlines.around(area.code(), AROUND);
        List<Area> beside = areas.all(neighbourhoods.beside(area.code()));
        Map<AreaCode, String> names = names(areas.all(around.keySet()));
        return new PageView(
                "directory/neighbourhood",
                pages.page(Section.YOUR_AREA, area.name())
                        .caption(area.label())
                        .crumb("Your area", "/your-area")
                        .crumb(district.name(), district.path())
                        .description("Who polices " + area.name() + ", how to reach them, and what they are doing."),
                new NeighbourhoodPage(
                        area,
                        district,
                        team,
                        inside.stream().map(Place::name).toList(),
                        headlines.latest(
                                List.of(properties.forceCode(), district.code(), area.code()), NEWS_OF_NEIGHBOURHOOD),
                        beside,
                        AreaMap.around("Map of " + area.name(), area.code(), around, names, inside),
                        sources.notices(
                                team == null ? List.of(area.source()) : List.of(area.source(), team.source()))));
    }

    /** @throws ResponseStatusException 404 when there is no such area */
    private Area area(String path) {
        try {
            return areas.find(new AreaCode(properties.force() + "/" + path)).orElseThrow(YourAreaController::unknown);
        } catch (IllegalArgumentException notACode) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such area");
    }

    private List<String> notices(List<Area> shown) {
        return sources.notices(shown.stream().map(Area::source).toList());
    }

    private static String parent(AreaCode code) {
        return code.value().substring(0, code.value().lastIndexOf('/'));
    }

    private static Map<AreaCode, String> names(List<Area> areas) {
        return areas.stream().collect(Collectors.toMap(Area::code, Area::name));
    }

    /** The outlines in the order of the list beside the map, so that the numbers agree. */
    private static Map<AreaCode, Geometry> inOrder(Map<AreaCode, Geometry> outlines, List<Area> order) {
        return order.stream()
                .map(Area::code)
                .filter(outlines::containsKey)
                .collect(Collectors.toMap(Function.identity(), outlines::get, (a, b) -> a, LinkedHashMap::new));
    }
}
