package org.bluelamp.news.article;

import java.time.Instant;

/** An article that everybody can read, as it was first published. */
public record Published(
        ArticleId id, Slug slug, Content content, Provenance provenance, Publication publication, long version)
        implements Public {

    @Override
    public Instant updatedAt() {
        return publication.at();
    }
}
