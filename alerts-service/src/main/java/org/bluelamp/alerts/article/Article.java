package org.bluelamp.alerts.article;

import java.time.Instant;
import java.util.List;
import org.bluelamp.service.area.AreaCode;

/**
 * A published article, as far as a mail or a list needs it.
 *
 * @param id the news service's id
 * @param slug names its page
 * @param title its headline
 * @param summary what it says in a sentence or two
 * @param areas the areas it concerns
 * @param publishedAt when it was first published
 */
public record Article(String id, String slug, String title, String summary, List<AreaCode> areas, Instant publishedAt) {

    public Article {
        areas = List.copyOf(areas);
    }
}
