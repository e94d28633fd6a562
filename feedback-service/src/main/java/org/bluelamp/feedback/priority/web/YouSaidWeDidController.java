package org.bluelamp.feedback.priority.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.District;
import org.bluelamp.feedback.area.web.UnknownArea;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Ended;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where residents read what became of what they said. */
@Controller
@PublicEndpoint
@RequestMapping("/you-said-we-did")
class YouSaidWeDidController {

    private static final int LATELY = 5;
    private static final int ENDED = 20;

    private final Priorities priorities;
    private final Supports supports;
    private final Areas areas;
    private final Teams teams;
    private final UnknownArea unknownArea;
    private final Pages pages;
    private final Clock clock;

    YouSaidWeDidController(
            Priorities priorities,
            Supports supports,
            Areas areas,
            Teams teams,
            UnknownArea unknownArea,
            Pages pages,
            Clock clock) {
        this.priorities = priorities;
        this.supports = supports;
        this.areas = areas;
        this.teams = teams;
        this.unknownArea = unknownArea;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(HttpServletResponse response) {
        cache(response);
        List<District> districts = areas.byDistrict();
        List<YouSaidWeDidPage.OfArea> lately = priorities.lastCompleted(LATELY).stream()
                .flatMap(ended ->
                        areas.area(ended.area()).map(area -> new YouSaidWeDidPage.OfArea(area, ended)).stream())
                .toList();
        return new PageView(
                "feedback/priority/you-said-we-did",
                pages.page(Section.HAVE_YOUR_SAY, "You said, we did")
                        .crumb("Have your say", "/have-your-say")
                        .description("What residents asked for, what neighbourhood teams did, and what has changed."),
                new YouSaidWeDidPage(
                        districts,
                        priorities.current(districts.stream()
                                .flatMap(district -> district.neighbourhoods().stream())
                                .map(Area::code)
                                .toList()),
                        lately));
    }

    /** An address cut off after the district leads to the district in the list. */
    @GetMapping("/{district}")
    ModelAndView district(@PathVariable String district) {
        return areas.district(district)
                .map(found -> PageView.redirect("/you-said-we-did#" + found.path()))
                .orElseGet(() -> unknownArea.page(""));
    }

    @GetMapping("/{district}/{neighbourhood}")
    ModelAndView neighbourhood(
            @PathVariable String district, @PathVariable String neighbourhood, HttpServletResponse response) {
        @Nullable
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page("");
        }
        cache(response);
        List<Current> current = priorities.current(area.code());
        List<Ended> ended = priorities.ended(area.code(), ENDED);
        List<UUID> ids = Stream.concat(current.stream(), ended.stream())
                .map(priority -> priority.id().value())
                .toList();
        return new PageView(
                "feedback/priority/neighbourhood",
                pages.page(Section.HAVE_YOUR_SAY, "You said, we did")
                        .caption(area.name())
                        .crumb("Have your say", "/have-your-say")
                        .crumb("You said, we did", "/you-said-we-did")
                        .description("What the neighbourhood policing team of " + area.name()
                                + " is working on, and what has changed."),
                new AreaPrioritiesPage(
                        area,
                        Team.readers(teams.of(area.code()).orElse(null)),
                        current,
                        ended,
                        supports.backing(ids),
                        supports.ledTo(ids),
                        LondonTime.date(clock.instant())));
    }

    private static void cache(HttpServletResponse response) {
        @Nullable
        String value = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, value);
    }
}
