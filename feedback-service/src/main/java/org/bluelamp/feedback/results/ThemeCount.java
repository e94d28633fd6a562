package org.bluelamp.feedback.results;

/**
 * How many concerns were about a theme.
 *
 * @param code the theme's code
 * @param name its name
 * @param concerns how many residents' concerns
 */
public record ThemeCount(String code, String name, int concerns) {}
