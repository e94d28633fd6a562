package org.bluelamp.news.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bluelamp.news.article.Author;

/**
 * A campaign with its own page.
 *
 * @param version goes up by one with every change
 */
public record WeekOfAction(UUID id, Plan plan, CampaignState state, Author changedBy, Instant changedAt, long version) {

    /** Where it stands on the day; ended ones are past whatever their dates say. */
    public Phase phase(LocalDate today) {
        if (state == CampaignState.ENDED || plan.lastDay().isBefore(today)) {
            return Phase.PAST;
        }
        return plan.firstDay().isAfter(today) ? Phase.COMING : Phase.CURRENT;
    }

    /** Whether everybody can see it. */
    public boolean isPublic() {
        return state != CampaignState.DRAFT;
    }

    /** The path of its public page, the same in whatever case people write the hashtag. */
    public String path() {
        return "/news/campaigns/" + plan.key();
    }
}
