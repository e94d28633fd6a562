package org.bluelamp.news.article;

import java.time.Clock;

/** An article that can be read but is no longer current: lists and feeds leave it out, its page says so. */
public record Archived(
        ArticleId id,
        Slug slug,
        Content content,
        Provenance provenance,
        Publication publication,
        Archival archival,
        long version)
        implements Article {

    /** The article taken back; its address tells the reason from now on. */
    public Withdrawn withdraw(String reason, Author by, Clock clock) {
        return new Withdrawn(
                id, slug, content, provenance, publication, new Withdrawal(clock.instant(), by, reason), version + 1);
    }
}
