package org.bluelamp.news.campaign;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.service.area.AreaCode;

/**
 * What staff say of a campaign.
 *
 * @param hashtag what its articles carry
 * @param summary one or two sentences for lists
 * @param description Markdown
 * @param areas whose teams take part
 */
public record Plan(
        Campaign hashtag,
        String name,
        String summary,
        String description,
        LocalDate firstDay,
        LocalDate lastDay,
        SortedSet<AreaCode> areas) {

    /** @throws IllegalArgumentException when it ends before it begins or no area takes part */
    public Plan {
        name = Content.oneLine(name);
        summary = Content.oneLine(summary);
        description = Content.lines(description);
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("A campaign ends after it begins");
        }
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("A campaign has at least one area");
        }
        areas = Collections.unmodifiableSortedSet(new TreeSet<>(areas));
    }

    /** The hashtag as addresses have it. */
    public String key() {
        return hashtag.hashtag().toLowerCase(Locale.ROOT);
    }
}
