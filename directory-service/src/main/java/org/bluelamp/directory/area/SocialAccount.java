package org.bluelamp.directory.area;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An account on a social network.
 *
 * @param network lower case, for example {@code facebook}, {@code twitter}
 * @param name as readers know it, for example {@code @StevenagePolice}
 */
public record SocialAccount(String network, String name, String url) {

    /** The network's name as readers know it, for example "Facebook". */
    @JsonIgnore
    public String networkName() {
        return nameOf(network);
    }

    /** The name as readers know it of a network, or of another way to reach somebody, by its key in small letters. */
    public static String nameOf(String network) {
        return switch (network) {
            case "twitter" -> "X (Twitter)";
            case "youtube" -> "YouTube";
            case "whatsapp" -> "WhatsApp";
            case "tiktok" -> "TikTok";
            case "linkedin" -> "LinkedIn";
            case "rss" -> "News feed";
            case "" -> "";
            default -> Character.toUpperCase(network.charAt(0)) + network.substring(1);
        };
    }
}
