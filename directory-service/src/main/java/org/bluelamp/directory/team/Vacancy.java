package org.bluelamp.directory.team;

import org.jspecify.annotations.Nullable;

/**
 * A post of a team that nobody holds.
 *
 * @param cover who stands in meanwhile; null when nobody was said to
 */
public record Vacancy(Rank rank, @Nullable Cover cover) {}
