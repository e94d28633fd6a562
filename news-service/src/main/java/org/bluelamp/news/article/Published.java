package org.bluelamp.news.article;

import java.time.Clock;

/** An article that everybody can read. */
public record Published(
        ArticleId id, Slug slug, Content content, Provenance provenance, Publication publication, long version)
        implements Article {

    /** The same article with better words; it stays public and keeps its date. */
    public Published amend(Content content, Slug slug, Author by, Clock clock) {
        return new Published(id, slug, content, provenance.changedBy(by, clock), publication, version + 1);
    }

    /** The article taken back; its address tells the reason from now on. */
    public Withdrawn withdraw(String reason, Author by, Clock clock) {
        return new Withdrawn(
                id, slug, content, provenance, publication, new Withdrawal(clock.instant(), by, reason), version + 1);
    }

    /** Whether the words changed since it became public. */
    public boolean amended() {
        return provenance.changedAt().isAfter(publication.at());
    }
}
