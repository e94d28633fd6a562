package org.bluelamp.news.campaign.web;

import java.util.List;

/** The public campaigns by where they stand today. */
public record CampaignsPage(List<Group> groups) {

    /** Campaigns under a heading. */
    public record Group(String heading, List<CampaignTeaser> campaigns) {}
}
