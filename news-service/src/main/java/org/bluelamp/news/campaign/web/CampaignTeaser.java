package org.bluelamp.news.campaign.web;

import java.time.LocalDate;
import org.bluelamp.news.campaign.Plan;
import org.bluelamp.news.campaign.WeekOfAction;
import org.bluelamp.web.page.LondonTime;

/** A campaign in a list. */
public record CampaignTeaser(String name, String href, String hashtag, String days, String summary, String state) {

    static CampaignTeaser of(WeekOfAction campaign, String href) {
        Plan plan = campaign.plan();
        return new CampaignTeaser(
                plan.name(),
                href,
                plan.hashtag().toString(),
                days(plan.firstDay(), plan.lastDay()),
                plan.summary(),
                campaign.state().label());
    }

    /** For example {@code 2 November 2026 to 8 November 2026}. */
    static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? LondonTime.day(first) : LondonTime.day(first) + " to " + LondonTime.day(last);
    }
}
