package org.bluelamp.directory.yourarea;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.alert.Alerts;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.area.Outlines;
import org.bluelamp.directory.area.web.AreaFrames;
import org.bluelamp.directory.meeting.web.MeetingParts;
import org.bluelamp.directory.news.Headlines;
import org.bluelamp.directory.place.Place;
import org.bluelamp.directory.place.Places;
import org.bluelamp.directory.priority.Priorities;
import org.bluelamp.directory.priority.TeamPriorities;
import org.bluelamp.directory.round.Rounds;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.directory.station.Station;
import org.bluelamp.directory.station.Stations;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Teams;
import org.bluelamp.directory.yourarea.AreaPages.DistrictPage;
import org.bluelamp.directory.yourarea.AreaPages.ForcePage;
import org.bluelamp.directory.yourarea.AreaPages.NeighbourhoodPage;
import org.bluelamp.directory.yourarea.AreaPages.Served;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of forces, districts and neighbourhoods. Those of the installation's own force stand at {@code /your-area},
 * those of any other at {@code /forces}; they are the same pages. They need nothing but this service's own database.
 */
@Controller
@PublicEndpoint
class YourAreaController {

    private static final int NEWS_OF_NEIGHBOURHOOD = 5;
    private static final int NEWS_OF_DISTRICT = 3;

    private final Areas areas;
    private final AreaPaths paths;
    private final AreaFrames frames;
    private final Neighbourhoods neighbourhoods;
    private final Outlines outlines;
    private final AreaMaps maps;
    private final Teams teams;
    private final Stations stations;
    private final Places places;
    private final Alerts alerts;
    private final Priorities priorities;
    private final Rounds rounds;
    private final Headlines headlines;
    private final MeetingParts meetings;
    private final Sources sources;
    private final DirectoryProperties properties;
    private final HomeForce homeForce;
    private final Pages pages;
    private final Clock clock;

    YourAreaController(
            Areas areas,
            AreaPaths paths,
            AreaFrames frames,
            Neighbourhoods neighbourhoods,
            Outlines outlines,
            AreaMaps maps,
            Teams teams,
            Stations stations,
            Places places,
            Alerts alerts,
            Priorities priorities,
            Rounds rounds,
            Headlines headlines,
            MeetingParts meetings,
            Sources sources,
            DirectoryProperties properties,
            HomeForce homeForce,
            Pages pages,
            Clock clock) {
        this.areas = areas;
        this.paths = paths;
        this.frames = frames;
        this.neighbourhoods = neighbourhoods;
        this.outlines = outlines;
        this.maps = maps;
        this.teams = teams;
        this.stations = stations;
        this.places = places;
        this.alerts = alerts;
        this.priorities = priorities;
        this.rounds = rounds;
        this.headlines = headlines;
        this.meetings = meetings;
        this.sources = sources;
        this.properties = properties;
        this.homeForce = homeForce;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/your-area")
    PageView home() {
        AreaCode home = homeForce.code();
        Page page = pages.page(Section.YOUR_AREA, "Your area").at("/your-area");
        return force(home, areas.find(home).orElse(null), page);
    }

    @GetMapping("/forces")
    ModelAndView forces() {
        return redirect("/your-area");
    }

    @GetMapping("/forces/{force}")
    ModelAndView force(@PathVariable("force") String slug) {
        Area force = area(slug);
        return elsewhere(force, () -> force(force.code(), force, frames.of(force)));
    }

    private PageView force(AreaCode force, @Nullable Area known, Page page) {
        List<Area> districts = areas.within(force);
        String label = known == null ? properties.teamLabel() : known.label();
        Map<AreaCode, List<Area>> within = areas.all(AreaKind.NEIGHBOURHOOD, force).stream()
                .collect(Collectors.groupingBy(area -> Objects.requireNonNull(area.parent())));
        AreaMap map = AreaMap.numbered(
                "Map of the districts",
                inOrder(outlines.current().within(AreaKind.DISTRICT, force), districts),
                byCode(districts));
        List<Area> others = areas.all(AreaKind.FORCE).stream()
                .filter(other -> !other.code().equals(force))
                .toList();
        return new PageView(
                "directory/force",
                page.description(
                        "All districts" + (known == null ? "" : " of " + known.name()) + " and their " + label + "s."),
                new ForcePage(
                        known,
                        label,
                        districts,
                        within,
                        map,
                        others,
                        notices(Stream.concat(Stream.ofNullable(known), districts.stream())
                                .toList())));
    }

    @GetMapping("/your-area/{district}")
    PageView district(@PathVariable("district") String slug) {
        return district(area(homeForce.code() + "/" + slug));
    }

    @GetMapping("/forces/{force}/{district}")
    ModelAndView district(@PathVariable("force") String force, @PathVariable("district") String slug) {
        Area district = area(force + "/" + slug);
        return elsewhere(district, () -> district(district));
    }

    private PageView district(Area district) {
        List<Area> within = areas.within(district.code());
        List<AreaCode> codes = within.stream().map(Area::code).toList();
        Map<AreaCode, List<String>> placeNames = places.names(codes);
        List<Served> served = within.stream()
                .map(area -> new Served(area, placeNames.getOrDefault(area.code(), List.of())))
                .toList();
        AreaMap map = AreaMap.numbered(
                "Map of the neighbourhoods of " + district.name(),
                inOrder(outlines.current().within(AreaKind.NEIGHBOURHOOD, district.code()), within),
                byCode(within));
        List<AreaCode> readers =
                Stream.of(district.code().down(), codes).flatMap(List::stream).toList();
        return new PageView(
                "directory/district",
                frames.of(district)
                        .description("The " + district.label() + "s of " + district.name() + " and how to reach them."),
                new DistrictPage(
                        district,
                        served,
                        map,
                        alerts.live(readers),
                        headlines.latest(readers, NEWS_OF_DISTRICT),
                        meetings.ofDistrict(district.code(), within),
                        notices(Stream.concat(Stream.of(district), within.stream())
                                .toList())));
    }

    @GetMapping("/your-area/{district}/{neighbourhood}")
    PageView neighbourhood(@PathVariable("district") String district, @PathVariable("neighbourhood") String slug) {
        return neighbourhood(code(homeForce.code() + "/" + district + "/" + slug));
    }

    @GetMapping("/forces/{force}/{district}/{neighbourhood}")
    ModelAndView neighbourhood(
            @PathVariable("force") String force,
            @PathVariable("district") String district,
            @PathVariable("neighbourhood") String slug) {
        AreaCode code = code(force + "/" + district + "/" + slug);
        return paths.atHome(code) ? redirect(area(code.value()).path()) : neighbourhood(code);
    }

    /** All areas that the page names are read at once; it is the page that most people read. */
    private PageView neighbourhood(AreaCode code) {
        List<AreaCode> readers = code.down();
        List<AreaCode> neighbours = neighbourhoods.beside(code);
        Set<AreaCode> around = maps.around(code);
        List<Area> named = areas.all(Stream.of(readers, neighbours, around)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet()));
        Map<AreaCode, Area> known = byCode(named);
        List<Area> down =
                readers.stream().map(known::get).filter(Objects::nonNull).toList();
        Area area = known.get(code);
        if (area == null || down.size() != readers.size()) {
            throw unknown();
        }
        Area district = down.get(1);
        Team team = teams.find(code).orElse(null);
        List<Place> inside = places.within(code);
        MeetingParts.OfTeam met = meetings.ofTeam(code, team == null ? List.of() : team.hosts());
        List<Area> beside = among(named, neighbours);
        Map<AreaCode, Area> drawn = byCode(among(named, around));
        List<Station> nearby = stations.of(List.of(code, district.code()));
        return new PageView(
                "directory/neighbourhood",
                frames.of(area, down.subList(0, 2))
                        .caption(area.label())
                        .description("Who polices " + area.name() + ", how to reach them, and what they are doing."),
                new NeighbourhoodPage(
                        area,
                        district,
                        team,
                        inside.stream().map(Place::name).toList(),
                        alerts.live(readers),
                        new TeamPriorities(
                                priorities.of(area.code()),
                                clock.instant().atZone(LondonTime.ZONE).toLocalDate(),
                                paths.atHome(area.code()) ? paths.youSaidWeDid(area.code()) : null),
                        rounds.open(area.code()).orElse(null),
                        headlines.latest(readers, NEWS_OF_NEIGHBOURHOOD),
                        met,
                        beside,
                        maps.of(area, drawn, neighbours, inside),
                        paths.atHome(area.code()) ? paths.haveYourSay(area.code()) : null,
                        nearby,
                        clock.instant().atZone(LondonTime.ZONE),
                        sources.notices(Stream.concat(
                                        Stream.concat(
                                                Stream.of(area.source()),
                                                Stream.ofNullable(team).map(Team::source)),
                                        Stream.concat(nearby.stream().map(Station::source), met.sources().stream()))
                                .toList())));
    }

    /** The page that is asked for at {@code /forces}, or the way to where the own force's pages stand. */
    private ModelAndView elsewhere(Area area, Supplier<PageView> page) {
        return paths.atHome(area.code()) ? redirect(area.path()) : page.get();
    }

    private static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }

    /** @throws ResponseStatusException 404 when there is no such area */
    private Area area(String code) {
        return areas.find(code(code)).orElseThrow(YourAreaController::unknown);
    }

    /** @throws ResponseStatusException 404 when no area can have this code */
    private static AreaCode code(String code) {
        try {
            return new AreaCode(code);
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

    private static List<Area> among(List<Area> areas, Collection<AreaCode> codes) {
        return areas.stream().filter(area -> codes.contains(area.code())).toList();
    }

    private static Map<AreaCode, Area> byCode(List<Area> areas) {
        return areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
    }

    /** The outlines in the order of the list beside the map, so that the numbers agree. */
    private static Map<AreaCode, Geometry> inOrder(Map<AreaCode, Geometry> outlines, List<Area> order) {
        return order.stream()
                .map(Area::code)
                .filter(outlines::containsKey)
                .collect(Collectors.toMap(Function.identity(), outlines::get, (a, b) -> a, LinkedHashMap::new));
    }
}
