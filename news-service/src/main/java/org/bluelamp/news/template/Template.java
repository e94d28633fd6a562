package org.bluelamp.news.template;

import java.time.Instant;
import java.util.UUID;
import org.bluelamp.news.article.Author;

/**
 * A text to begin articles from.
 *
 * @param version goes up by one with every change
 */
public record Template(UUID id, Pattern pattern, Author changedBy, Instant changedAt, long version) {}
