package org.bluelamp.news.campaign.web;

import java.util.List;

/** The campaigns on somebody's desk. */
public record StaffCampaignsPage(List<CampaignTeaser> campaigns) {}
