package org.bluelamp.news.campaign.web;

import org.bluelamp.news.campaign.CampaignState;

/**
 * A campaign with what staff can do with it.
 *
 * @param path of this page
 * @param publicPath of the public page
 * @param version the version shown
 * @param changed who changed it last, and when
 */
public record StaffCampaignPage(
        String path, String publicPath, CampaignState state, long version, String changed, CampaignPage campaign) {

    public boolean isDraft() {
        return state == CampaignState.DRAFT;
    }

    public boolean isPublished() {
        return state == CampaignState.PUBLISHED;
    }
}
