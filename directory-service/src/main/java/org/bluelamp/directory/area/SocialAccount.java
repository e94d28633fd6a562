package org.bluelamp.directory.area;

/**
 * An account on a social network.
 *
 * @param network lower case, for example {@code facebook}, {@code twitter}
 * @param name as readers know it, for example {@code @StevenagePolice}
 */
public record SocialAccount(String network, String name, String url) {}
