package org.bluelamp.news.social;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that fits into a network, made of a title, a summary, the link and hashtags. Where it does not fit, the least
 * important hashtags go first, then the end of the summary, then all of it; the title and the link always stay.
 *
 * @param text as it is to be copied
 * @param count how much the network counts it
 */
record Post(Network network, String text, int count) {

    private static final String LEFT_OUT = "\u2026";

    static Post of(Told told, Network network) {
        return candidates(told)
                .map(text -> new Post(network, text, network.count(text)))
                .filter(post -> post.count() <= network.limit())
                .findFirst()
                // A title has 120 characters at most, so there is a text that fits; an endless address is in nobody's
                // way.
                .orElseGet(() -> new Post(network, told.url(), network.count(told.url())));
    }

    /** For anywhere that has no limit, or none that we know. */
    static String plain(Told told) {
        return text(told.title(), told.summary(), told, told.hashtags().size());
    }

    /** How full it is, for staff. */
    String fill() {
        return String.format(Locale.UK, "%,d of %,d characters", count, network.limit());
    }

    private static Stream<String> candidates(Told told) {
        int all = told.hashtags().size();
        int fewest = Math.min(all, 1);
        Stream<String> fewerHashtags = IntStream.rangeClosed(0, all - fewest)
                .mapToObj(left -> text(told.title(), told.summary(), told, all - left));
        Stream<String> shorterSummary =
                shortenings(told.summary()).map(summary -> text(told.title(), summary, told, fewest));
        Stream<String> shorterTitle = Stream.concat(Stream.of(told.title()), shortenings(told.title()))
                .map(title -> text(title, "", told, 0));
        return Stream.of(fewerHashtags, shorterSummary, Stream.of(text(told.title(), "", told, fewest)), shorterTitle)
                .flatMap(texts -> texts);
    }

    /** The text without its last word, its last two words, and so on. */
    private static Stream<String> shortenings(String text) {
        List<String> words = List.of(text.split(" "));
        return IntStream.range(1, words.size())
                .mapToObj(left -> String.join(" ", words.subList(0, words.size() - left))
                                .replaceFirst("[\\p{Punct}\u2013\u2014]+$", "")
                        + LEFT_OUT);
    }

    private static String text(String title, String summary, Told told, int hashtags) {
        return Stream.of(
                        title,
                        summary,
                        told.url(),
                        told.hashtags().stream()
                                .limit(hashtags)
                                .map(tag -> "#" + tag)
                                .collect(Collectors.joining(" ")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
