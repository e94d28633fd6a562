package org.bluelamp.news.article;

import java.time.Instant;

/**
 * That an article is no longer current.
 *
 * @param at since when
 * @param by who said so; for an article that ended by itself, who published it
 */
public record Archival(Instant at, Author by) {}
