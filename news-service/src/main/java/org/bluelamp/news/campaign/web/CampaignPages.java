package org.bluelamp.news.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.campaign.Campaigns;
import org.bluelamp.news.campaign.Phase;
import org.bluelamp.news.campaign.Plan;
import org.bluelamp.news.campaign.WeekOfAction;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.news.reading.web.ShareLinks;
import org.bluelamp.news.reading.web.SharedPicture;
import org.bluelamp.news.reading.web.Teasers;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns as residents see them. */
@Controller
@PublicEndpoint
class CampaignPages {

    private static final CacheControl SOON_STALE =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    /** A week of action has fewer; the list of news has the rest. */
    private static final int ITEMS = 50;

    private final Campaigns campaigns;
    private final Headlines headlines;
    private final Areas areas;
    private final Markdown markdown;
    private final Teasers cards;
    private final Pages pages;
    private final Clock clock;

    CampaignPages(
            Campaigns campaigns,
            Headlines headlines,
            Areas areas,
            Markdown markdown,
            Teasers cards,
            Pages pages,
            Clock clock) {
        this.campaigns = campaigns;
        this.headlines = headlines;
        this.areas = areas;
        this.markdown = markdown;
        this.cards = cards;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/news/campaigns")
    PageView list(HttpServletResponse response) {
        LocalDate today = LondonTime.date(clock.instant());
        List<WeekOfAction> all = campaigns.everyPublic();
        List<CampaignsPage.Group> groups = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            List<CampaignTeaser> these = all.stream()
                    .filter(one -> one.phase(today) == phase)
                    .map(one -> CampaignTeaser.of(one, one.path()))
                    .toList();
            if (!these.isEmpty()) {
                groups.add(new CampaignsPage.Group(heading(phase), these));
            }
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, SOON_STALE.getHeaderValue());
        return new PageView(
                "campaign/campaigns",
                pages.page(Section.NEWS, "Campaigns")
                        .crumb("News", "/news")
                        .description("Weeks in which neighbourhood teams work on one thing together.")
                        .at("/news/campaigns"),
                new CampaignsPage(groups));
    }

    /** A campaign by its hashtag; the one address of it is in lower case. */
    @GetMapping("/news/campaigns/{hashtag}")
    ModelAndView campaign(@PathVariable String hashtag, HttpServletResponse response) {
        WeekOfAction found = Optional.of(hashtag)
                .filter(Campaign::isShapedLikeOne)
                .map(Campaign::new)
                .flatMap(campaigns::find)
                .filter(WeekOfAction::isPublic)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(HttpHeaders.CACHE_CONTROL, SOON_STALE.getHeaderValue());
        Plan plan = found.plan();
        if (!hashtag.equals(plan.key())) {
            ModelAndView redirect = new ModelAndView("redirect:" + found.path());
            redirect.setStatus(HttpStatus.MOVED_PERMANENTLY);
            return redirect;
        }
        return new PageView(
                "campaign/campaign",
                pages.page(Section.NEWS, plan.name())
                        .crumb("News", "/news")
                        .crumb("Campaigns", "/news/campaigns")
                        .description(plan.summary())
                        .feed(plan.name(), Selection.of(plan.hashtag()).at("/news/feed"))
                        .at(found.path()),
                new CampaignReadPage(
                        show(found),
                        new ShareLinks(plan.name(), plan.summary(), pages.site().publicUrl() + found.path()),
                        pages.site().name(),
                        picture(plan)));
    }

    private @Nullable SharedPicture picture(Plan plan) {
        return cards.sharedPicture(
                headlines.newest(Selection.of(plan.hashtag()), ITEMS).headlines(),
                pages.site().publicUrl());
    }

    /** What readers see or would see of the campaign. */
    CampaignPage show(WeekOfAction campaign) {
        AreaMap map = areas.all();
        Selection selection = Selection.of(campaign.plan().hashtag());
        Headlines.Part part = headlines.newest(selection, ITEMS);
        return CampaignPage.of(
                campaign.plan(),
                heading(campaign.phase(LondonTime.date(clock.instant()))),
                map,
                markdown,
                cards.of(part.headlines(), map),
                part.olderExist() ? selection.at("/news") : null);
    }

    private static String heading(Phase phase) {
        return switch (phase) {
            case CURRENT -> "On now";
            case COMING -> "Coming up";
            case PAST -> "Over";
        };
    }
}
