package org.bluelamp.news.social;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A social network that takes a text, and how much. What a network counts as one is told by {@link Counting}; what it
 * does not say it is counted as people do, which is never too few.
 */
public enum Network {
    /** Meta's limit of a post. */
    FACEBOOK("facebook", "Facebook", 63_206, Counting.CHARACTERS, OptionalInt.empty()),
    /** docs.x.com, "Counting characters": any link is 23 (t.co), and what lies outside Latin and the like is two. */
    X("twitter", "X (Twitter)", 280, Counting.WEIGHTED, OptionalInt.of(23)),
    /** developer.nextdoor.com, "Data types": body_text is bytes or characters, so bytes are counted. */
    NEXTDOOR("nextdoor", "Nextdoor", 8_192, Counting.BYTES, OptionalInt.empty()),
    /** Instagram's limit of a caption. */
    INSTAGRAM("instagram", "Instagram", 2_200, Counting.CHARACTERS, OptionalInt.empty()),
    /** Meta's limit of a thread. */
    THREADS("threads", "Threads", 500, Counting.CHARACTERS, OptionalInt.empty()),
    /** docs.joinmastodon.org, "Posting": every link is 23. */
    MASTODON("mastodon", "Mastodon", 500, Counting.CHARACTERS, OptionalInt.of(23)),
    /** The lexicon app.bsky.feed.post: 300 graphemes. */
    BLUESKY("bluesky", "Bluesky", 300, Counting.CHARACTERS, OptionalInt.empty()),
    /** LinkedIn's limit of a post of an organisation. */
    LINKEDIN("linkedin", "LinkedIn", 3_000, Counting.CHARACTERS, OptionalInt.empty());

    /** An address on the web, or a name that a network may make one of, such as {@code example.police.uk}. */
    private static final Pattern LINKS =
            Pattern.compile("https?://\\S+|(?:[\\p{Alnum}-]+\\.)+\\p{Alpha}{2,}(?:/\\S*)?");

    private final String code;
    private final String label;
    private final int limit;
    private final Counting counting;
    private final OptionalInt link;

    Network(String code, String label, int limit, Counting counting, OptionalInt link) {
        this.code = code;
        this.label = label;
        this.limit = limit;
        this.counting = counting;
        this.link = link;
    }

    /** The network that the directory calls so; empty for one that takes no text, such as a channel of films. */
    public static Optional<Network> of(String code) {
        String known = code.equals("x") ? X.code : code;
        return Arrays.stream(values())
                .filter(network -> network.code.equals(known))
                .findFirst();
    }

    /** Its key, as the directory has it. */
    String code() {
        return code;
    }

    /** The name for readers. */
    public String label() {
        return label;
    }

    /** The most that a post may count. */
    public int limit() {
        return limit;
    }

    /** How much the network counts a text; what it may take for a link counts as one, or as it is if that is more. */
    int count(String text) {
        if (link.isEmpty()) {
            return counting.of(text);
        }
        int sum = 0;
        int at = 0;
        Matcher links = LINKS.matcher(text);
        while (links.find()) {
            boolean whole = links.group().startsWith("http");
            sum += counting.of(text.substring(at, links.start()));
            sum += whole ? link.getAsInt() : Math.max(link.getAsInt(), counting.of(links.group()));
            at = links.end();
        }
        return sum + counting.of(text.substring(at));
    }
}
