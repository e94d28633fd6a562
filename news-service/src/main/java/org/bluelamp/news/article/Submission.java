package org.bluelamp.news.article;

import java.time.Instant;

/**
 * That an article was given to somebody else to read before it becomes public.
 *
 * @param at when
 * @param by who asked for it
 */
public record Submission(Instant at, Author by) {}
