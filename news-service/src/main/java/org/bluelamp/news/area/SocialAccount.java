package org.bluelamp.news.area;

/**
 * An account of an area on a social network, as the directory describes it.
 *
 * @param network lower case, for example {@code facebook}, {@code twitter}
 * @param name as readers know it, for example {@code @StevenagePolice}
 * @param url where it is
 */
public record SocialAccount(String network, String name, String url) {}
