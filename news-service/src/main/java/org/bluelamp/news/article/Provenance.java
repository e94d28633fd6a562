package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Instant;

/**
 * Where a text comes from.
 *
 * @param author who wrote it first
 * @param writtenAt when
 * @param changedBy who changed it last
 * @param changedAt when
 */
public record Provenance(Author author, Instant writtenAt, Author changedBy, Instant changedAt) {

    static Provenance writtenBy(Author author, Clock clock) {
        return new Provenance(author, clock.instant(), author, clock.instant());
    }

    Provenance changedBy(Author by, Clock clock) {
        return new Provenance(author, writtenAt, by, clock.instant());
    }
}
