package org.bluelamp.news.markdown;

/**
 * A file that articles may offer.
 *
 * @param address where it is; what is there never changes
 * @param kind what it is and how large, such as {@code PDF, 120 KB}: people want to know before they fetch it
 */
public record OwnFile(String address, String kind) {}
