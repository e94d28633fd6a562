package org.bluelamp.feedback.round.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.web.UnknownArea;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.RoundState;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where residents find the rounds of their neighbourhoods. */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say")
class RoundsController {

    private static final int OPEN = 200;
    private static final int OTHERS = 50;

    private final Rounds rounds;
    private final Areas areas;
    private final Teams teams;
    private final UnknownArea unknownArea;
    private final HomeForce home;
    private final Pages pages;

    RoundsController(Rounds rounds, Areas areas, Teams teams, UnknownArea unknownArea, HomeForce home, Pages pages) {
        this.rounds = rounds;
        this.areas = areas;
        this.teams = teams;
        this.unknownArea = unknownArea;
        this.home = home;
        this.pages = pages;
    }

    @GetMapping("/rounds")
    ModelAndView list(HttpServletResponse response) {
        cache(response);
        return new PageView(
                "feedback/round/list",
                pages.page(Section.HAVE_YOUR_SAY, "Rounds")
                        .crumb("Have your say", "/have-your-say")
                        .at("/have-your-say/rounds")
                        .description("What neighbourhood policing teams are asking residents, and what came of it."),
                new RoundsPage(
                        lines(RoundState.OPEN, OPEN),
                        lines(RoundState.PLANNED, OTHERS),
                        Stream.concat(
                                        lines(RoundState.CLOSED, OTHERS).stream(),
                                        lines(RoundState.DECIDED, OTHERS).stream())
                                .sorted(Comparator.comparing((RoundsPage.OfArea one) ->
                                                one.round().period().last())
                                        .reversed())
                                .limit(OTHERS)
                                .toList()));
    }

    private List<RoundsPage.OfArea> lines(RoundState state, int limit) {
        return rounds.lines(home.code(), state, limit).stream()
                .flatMap(line -> areas.area(line.area()).map(area -> new RoundsPage.OfArea(line, area)).stream())
                .toList();
    }

    /** The address on posters: it leads to what the neighbourhood is asked now, or to all there is. */
    @GetMapping("/{district}/{neighbourhood}/round")
    ModelAndView current(@PathVariable String district, @PathVariable String neighbourhood) {
        @Nullable
        Area area = areas.neighbourhood(district + "/" + neighbourhood).orElse(null);
        if (area == null) {
            return unknownArea.page("");
        }
        return rounds.open(area.code())
                .map(Open::id)
                .or(() -> rounds.of(area.code(), 1).stream().map(Round::id).findFirst())
                .map(id -> PageView.redirect("/have-your-say/rounds/" + id))
                .orElseGet(() -> PageView.redirect("/have-your-say/" + area.path()));
    }

    @GetMapping("/rounds/{id}")
    ModelAndView round(@PathVariable UUID id, HttpServletResponse response) {
        Round round = rounds.find(new RoundId(id))
                .filter(found -> home.has(found.area()))
                // What asks nothing yet is nothing to tell of.
                .filter(found -> !(found instanceof Planned planned) || planned.ready())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Area area = areas.area(round.area()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        cache(response);
        return new PageView(
                "feedback/round/round",
                pages.page(Section.HAVE_YOUR_SAY, round.plan().title())
                        .caption(area.name())
                        .crumb("Have your say", "/have-your-say")
                        .crumb("Rounds", "/have-your-say/rounds")
                        .at("/have-your-say/rounds/" + round.id())
                        .description(
                                "What the neighbourhood policing team of " + area.name() + " is asking residents."),
                new RoundPage(round, area, Team.readers(teams.of(area.code()).orElse(null))));
    }

    private static void cache(HttpServletResponse response) {
        @Nullable
        String value = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, value);
    }
}
