package org.bluelamp.alerts.article.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.alerts.alert.web.AlertLists;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.article.Article;
import org.bluelamp.alerts.article.Articles;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page about alerts: those that are live and were, how to get them, and what else was sent lately. */
@Controller
@PublicEndpoint
class AlertsController {

    private static final int LATEST = 10;

    private final AlertLists lists;
    private final Articles articles;
    private final Areas areas;
    private final Pages pages;

    AlertsController(AlertLists lists, Articles articles, Areas areas, Pages pages) {
        this.lists = lists;
        this.articles = articles;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/alerts")
    ModelAndView about(AlertLists.Chosen chosen, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic().getHeaderValue());
        var list = lists.of(chosen);
        var latest = articles.latestTold(LATEST);
        var named =
                areas
                        .named(latest.stream()
                                .flatMap(article -> article.areas().stream())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Area::code, Function.identity()));
        return new PageView(
                "alerts/about",
                pages.page(Section.ALERTS, "Alerts")
                        .description(
                                "See what is happening near you now, and get alerts by email. It is free and easy to"
                                        + " stop.")
                        .feed("Alerts", list.feed())
                        .at("/alerts"),
                new AlertsPage(
                        list,
                        latest.stream().map(article -> sent(article, named)).toList()));
    }

    private static AlertsPage.Sent sent(Article article, Map<AreaCode, Area> named) {
        return new AlertsPage.Sent(
                article.title(),
                "/news/" + article.slug(),
                LondonTime.day(article.publishedAt()),
                Area.inWords(article.areas().stream()
                        .map(named::get)
                        .filter(Objects::nonNull)
                        .toList()));
    }
}
