package org.bluelamp.news.campaign.web;

import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.campaign.Plan;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.markdown.SafeHtml;
import org.bluelamp.news.reading.web.Teaser;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its page shows it.
 *
 * @param when where it stands today, in words
 * @param teams those taking part, by district
 * @param items its articles, newest first
 * @param more where all of them are; null when these are all
 */
public record CampaignPage(
        String summary,
        SafeHtml description,
        String hashtag,
        String days,
        String when,
        List<District> teams,
        List<Teaser> items,
        @Nullable String more) {

    /** A district with the teams in it that take part. */
    public record District(String name, List<Link> teams) {}

    /** A text and where it leads. */
    public record Link(String text, String href) {}

    static CampaignPage of(
            Plan plan, String when, AreaMap map, Markdown markdown, List<Teaser> items, @Nullable String more) {
        return new CampaignPage(
                plan.summary(),
                markdown.forPage(plan.description()),
                plan.hashtag().toString(),
                CampaignTeaser.days(plan.firstDay(), plan.lastDay()),
                when,
                teams(plan, map),
                items,
                more);
    }

    /** The neighbourhoods of the areas are the teams' areas. */
    private static List<District> teams(Plan plan, AreaMap map) {
        return map.districts().stream()
                .map(district -> new District(
                        district.name(),
                        map.neighbourhoodsIn(district).stream()
                                .filter(one -> plan.areas().stream().anyMatch(area -> area.covers(one.code())))
                                .map(CampaignPage::link)
                                .toList()))
                .filter(district -> !district.teams().isEmpty())
                .toList();
    }

    private static Link link(Area area) {
        return new Link(area.name(), "/your-area/" + area.path().orElse(""));
    }
}
