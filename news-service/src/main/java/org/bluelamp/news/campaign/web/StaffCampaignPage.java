package org.bluelamp.news.campaign.web;

import java.util.List;
import org.bluelamp.news.campaign.CampaignState;
import org.bluelamp.news.social.ReadyTexts;

/**
 * A campaign with what staff can do with it.
 *
 * @param path of this page
 * @param publicPath of the public page
 * @param version the version shown
 * @param changed who changed it last, and when
 * @param texts for social networks; none unless it is published
 */
public record StaffCampaignPage(
        String path,
        String publicPath,
        CampaignState state,
        long version,
        String changed,
        List<ReadyTexts.ForNetwork> texts,
        CampaignPage campaign) {

    public boolean isDraft() {
        return state == CampaignState.DRAFT;
    }

    public boolean isPublished() {
        return state == CampaignState.PUBLISHED;
    }
}
