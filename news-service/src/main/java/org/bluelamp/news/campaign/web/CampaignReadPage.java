package org.bluelamp.news.campaign.web;

import org.bluelamp.news.reading.web.ShareLinks;
import org.bluelamp.news.reading.web.SharedPicture;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's public page.
 *
 * @param picture that of its newest article that has one, for where it is shared
 */
public record CampaignReadPage(
        CampaignPage campaign,
        ShareLinks share,
        String siteName,
        @Nullable SharedPicture picture) {}
