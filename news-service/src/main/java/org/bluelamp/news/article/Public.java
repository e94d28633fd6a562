package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Instant;

/** An article that everybody can read and that lists and feeds show. */
public sealed interface Public extends Article permits Published, Corrected {

    /** When it became public, whatever was corrected since. */
    Publication publication();

    /** When what readers see changed last. */
    Instant updatedAt();

    /** The same article with better words; it stays public and keeps its date. */
    default Corrected correct(Content content, Slug slug, String note, Author by, Clock clock) {
        return new Corrected(
                id(),
                slug,
                content,
                provenance().changedBy(by, clock),
                publication(),
                new Correction(clock.instant(), by, note),
                version() + 1);
    }

    /** The article taken back; its address tells the reason from now on. */
    default Withdrawn withdraw(String reason, Author by, Clock clock) {
        return new Withdrawn(
                id(),
                slug(),
                content(),
                provenance(),
                publication(),
                new Withdrawal(clock.instant(), by, reason),
                version() + 1);
    }

    /** The article, still readable, but no longer current. */
    default Archived archive(Author by, Clock clock) {
        return new Archived(
                id(), slug(), content(), provenance(), publication(), new Archival(clock.instant(), by), version() + 1);
    }
}
