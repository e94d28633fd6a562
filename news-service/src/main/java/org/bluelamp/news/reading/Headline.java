package org.bluelamp.news.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;

/** A public article in a list. */
public record Headline(
        ArticleId id,
        Slug slug,
        String title,
        String summary,
        ArticleKind kind,
        List<AreaCode> areas,
        Set<Topic> topics,
        Optional<Campaign> campaign,
        Instant publishedAt,
        Instant changedAt,
        long version) {

    /** When what readers see changed last: when it became public or when its words changed since. */
    public Instant updatedAt() {
        return changedAt.isAfter(publishedAt) ? changedAt : publishedAt;
    }

    /** Its place in the list. */
    public Cursor cursor() {
        return new Cursor(publishedAt, id.value());
    }
}
