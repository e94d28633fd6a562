package org.bluelamp.news.article;

import java.time.Instant;

/** An article that everybody can read in better words than it was first published with. */
public record Corrected(
        ArticleId id,
        Slug slug,
        Content content,
        Provenance provenance,
        Publication publication,
        Correction correction,
        long version)
        implements Public {

    @Override
    public Instant updatedAt() {
        return correction.at();
    }
}
