package org.bluelamp.directory.policeuk.importing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.service.importing.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The ways to reach somebody, sorted into what we tell apart. What is empty is left out; an email address that is none,
 * and what is too long to be one of them, is told and left out.
 *
 * @param accounts on social networks, where their address is one on the web
 * @param other by key
 */
record ContactDetails(
        @Nullable String email, @Nullable String telephone, List<SocialAccount> accounts, Map<String, String> other) {

    private static final Set<String> NETWORKS = Set.of("facebook", "twitter", "youtube", "instagram");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TELEPHONE = 40;
    private static final int LONGEST = 500;

    static ContactDetails of(@Nullable Map<String, @Nullable String> told, String where, Progress progress) {
        Map<String, String> given = all(told, where, progress);
        String email = given.remove("email");
        String telephone = given.remove("telephone");
        List<SocialAccount> accounts = new ArrayList<>();
        for (String network : List.copyOf(given.keySet())) {
            String url = NETWORKS.contains(network) ? Texts.url(given.get(network)) : null;
            if (url != null) {
                accounts.add(account(network, url));
                given.remove(network);
            }
        }
        return new ContactDetails(email, telephone, accounts, given);
    }

    /** All of them by key, in the order of the keys. */
    static Map<String, String> all(@Nullable Map<String, @Nullable String> told, String where, Progress progress) {
        Map<String, String> given = new TreeMap<>();
        if (told == null) {
            return given;
        }
        for (Map.Entry<String, @Nullable String> entry : told.entrySet()) {
            String value = Texts.orNull(entry.getValue());
            if (value == null) {
                continue;
            }
            String fault = fault(entry.getKey(), value);
            if (fault == null) {
                given.put(entry.getKey(), value);
            } else {
                progress.skipped(where + ", contact_details", fault);
            }
        }
        return given;
    }

    private static @Nullable String fault(String key, String value) {
        if (key.equals("email") && (!value.matches("[^\\s@<>\"]+@[^\\s@<>\"]+") || value.length() > LONGEST_EMAIL)) {
            return "\"" + value + "\" is no email address";
        }
        if (value.length() > (key.equals("telephone") ? LONGEST_TELEPHONE : LONGEST)) {
            return "The " + key + " is too long";
        }
        return null;
    }

    /** The account of that address, if it is one of a network that we know. */
    static @Nullable SocialAccount account(String url) {
        String host = URI.create(url).getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|m)\\.", "");
        return switch (host) {
            case "facebook.com" -> account("facebook", url);
            case "twitter.com", "x.com" -> account("twitter", url);
            case "youtube.com" -> account("youtube", url);
            case "instagram.com" -> account("instagram", url);
            default -> null;
        };
    }

    /** Named as the last part of its address names it. */
    private static SocialAccount account(String network, String url) {
        String path = URI.create(url).getPath();
        String last = path == null ? "" : path.replaceFirst("/+$", "").replaceFirst(".*/", "");
        String name = last.isEmpty() ? URI.create(url).getHost() : network.equals("twitter") ? "@" + last : last;
        return new SocialAccount(network, name, url);
    }
}
