package org.bluelamp.news.article;

import java.time.Instant;

/**
 * That an article became public; later changes leave it as it is.
 *
 * @param at when readers could first see it
 * @param by who published it
 */
public record Publication(Instant at, Author by) {}
