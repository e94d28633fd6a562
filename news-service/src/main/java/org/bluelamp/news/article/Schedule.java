package org.bluelamp.news.article;

import java.time.Instant;

/**
 * That an article is to become public by itself.
 *
 * @param at when
 * @param by who decided it
 */
public record Schedule(Instant at, Author by) {}
