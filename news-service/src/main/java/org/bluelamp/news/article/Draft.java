package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Instant;

/** An article that is being written; only staff can see it. */
public record Draft(ArticleId id, Slug slug, Content content, Provenance provenance, long version)
        implements Unpublished {

    /** A new article. */
    public static Draft write(ArticleId id, Slug slug, Content content, Author author, Clock clock) {
        return new Draft(id, slug, content, Provenance.writtenBy(author, clock), 1);
    }

    /** The same article with other words. */
    public Draft rewrite(Content content, Slug slug, Author by, Clock clock) {
        return new Draft(id, slug, content, provenance.changedBy(by, clock), version + 1);
    }

    /** The article, for somebody else to read. */
    public InReview submit(Author by, Clock clock) {
        return new InReview(id, slug, content, provenance, new Submission(clock.instant(), by), version + 1);
    }

    /** The article, public from a time on. */
    public Scheduled schedule(Instant at, Author by) {
        return new Scheduled(id, slug, content, provenance, new Schedule(at, by), version + 1);
    }

    /** The article, public from now on. */
    public Published publish(Author by, Clock clock) {
        return new Published(id, slug, content, provenance, new Publication(clock.instant(), by), version + 1);
    }
}
