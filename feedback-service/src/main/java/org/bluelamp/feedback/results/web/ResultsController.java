package org.bluelamp.feedback.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.results.Forum;
import org.bluelamp.feedback.results.Heard;
import org.bluelamp.feedback.results.Picked;
import org.bluelamp.feedback.results.Result;
import org.bluelamp.feedback.results.Results;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.Page;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a round found, for everybody, once it is over. */
@Controller
@PublicEndpoint
class ResultsController {

    private final Rounds rounds;
    private final Results results;
    private final Forum forum;
    private final Areas areas;
    private final HomeForce home;
    private final Pages pages;

    ResultsController(Rounds rounds, Results results, Forum forum, Areas areas, HomeForce home, Pages pages) {
        this.rounds = rounds;
        this.results = results;
        this.forum = forum;
        this.areas = areas;
        this.home = home;
        this.pages = pages;
    }

    @GetMapping("/have-your-say/rounds/{id}/results")
    ModelAndView results(@PathVariable UUID id, HttpServletResponse response) {
        Round round = rounds.find(new RoundId(id))
                .filter(found -> home.has(found.area()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (round instanceof Planned || round instanceof Open) {
            // Who sees how others answered answers otherwise.
            return PageView.redirect("/have-your-say/rounds/" + id);
        }
        Area area = areas.area(round.area()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Page page = pages.page(Section.HAVE_YOUR_SAY, "What residents said")
                .caption(area.name() + ": " + round.plan().title())
                .crumb("Have your say", "/have-your-say")
                .crumb("Rounds", "/have-your-say/rounds")
                .at("/have-your-say/rounds/" + id + "/results")
                .description(
                        "What the residents of " + area.name() + " answered, who we heard from, and what was decided.");
        @Nullable Result result = results.of(round).filter(Result::complete).orElse(null);
        if (result == null) {
            return new PageView("feedback/results/waiting", page.unlisted(), new WaitingPage(round, area))
                    .status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        Map<String, Heard> heard = results.heard(round);
        List<Picked> picked = forum.picked(round);
        @Nullable Result before = rounds.before(round).flatMap(results::of).orElse(null);
        @Nullable
        String control =
                CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, control);
        return new PageView("feedback/results/results", page, new ResultsPage(result, area, before, heard, picked));
    }
}
