package org.bluelamp.news.article;

import java.time.Clock;

/** An article that only staff see. */
public record Draft(ArticleId id, Slug slug, Content content, Provenance provenance, long version) implements Article {

    /** A new article. */
    public static Draft write(ArticleId id, Slug slug, Content content, Author author, Clock clock) {
        return new Draft(id, slug, content, Provenance.writtenBy(author, clock), 1);
    }

    /** The same article with other words. */
    public Draft rewrite(Content content, Slug slug, Author by, Clock clock) {
        return new Draft(id, slug, content, provenance.changedBy(by, clock), version + 1);
    }

    /** The article, public from now on. */
    public Published publish(Author by, Clock clock) {
        return new Published(id, slug, content, provenance, new Publication(clock.instant(), by), version + 1);
    }
}
