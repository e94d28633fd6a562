package org.bluelamp.directory.home;

import java.time.Clock;
import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.directory.alert.Alerts;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.news.Headlines;
import org.bluelamp.directory.round.Rounds;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The site's first page: one box to find one's team, and what is new. */
@Controller
@PublicEndpoint
class HomeController {

    private static final int ALERTS = 3;
    private static final int NEWS = 4;

    private final Areas areas;
    private final Alerts alerts;
    private final Headlines headlines;
    private final Rounds rounds;
    private final Sources sources;
    private final DirectoryProperties properties;
    private final HomeForce homeForce;
    private final Pages pages;
    private final Clock clock;

    HomeController(
            Areas areas,
            Alerts alerts,
            Headlines headlines,
            Rounds rounds,
            Sources sources,
            DirectoryProperties properties,
            HomeForce homeForce,
            Pages pages,
            Clock clock) {
        this.areas = areas;
        this.alerts = alerts;
        this.headlines = headlines;
        this.rounds = rounds;
        this.sources = sources;
        this.properties = properties;
        this.homeForce = homeForce;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/")
    PageView home() {
        return new PageView(
                "directory/home",
                pages.page("Find your " + properties.teamLabel())
                        .withoutHeading()
                        .at("/")
                        .description(
                                "Find the officers who police your neighbourhood, hear from them, and tell them what"
                                        + " matters to you."),
                new HomePage(
                        properties.teamLabel(),
                        areas.within(homeForce.code()),
                        alerts.grave(homeForce.code(), ALERTS),
                        rounds.open(homeForce.code(), LondonTime.date(clock.instant())),
                        headlines.latest(NEWS),
                        sources.allNotices()));
    }
}
