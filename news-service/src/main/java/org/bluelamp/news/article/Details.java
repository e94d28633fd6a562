package org.bluelamp.news.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an article holds besides its words.
 *
 * @param kind what sort of text it is
 * @param notAfter when it ends by itself; empty when it does not
 * @param contact one line that says how to reach the police about it, at most {@value #CONTACT_LIMIT} characters
 * @param crimeReference the police's number for the crime, letters, digits and {@code / -}, for example
 *     {@code 41/12345/26}
 * @param hashtags further hashtags for social networks, without the {@code #}, at most {@value #MOST_HASHTAGS}
 */
public record Details(
        ArticleKind kind,
        Optional<Instant> notAfter,
        Optional<String> contact,
        Optional<String> crimeReference,
        List<String> hashtags) {

    /** The longest contact line. */
    public static final int CONTACT_LIMIT = 200;

    /** The most further hashtags. */
    public static final int MOST_HASHTAGS = 5;

    /** A piece of news with nothing special about it. */
    public static final Details PLAIN =
            new Details(ArticleKind.NEWS, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/-]{2,29}");

    /** @throws IllegalArgumentException when a part breaks its rule */
    public Details {
        contact = contact.map(Content::oneLine).filter(line -> !line.isEmpty());
        crimeReference = crimeReference.map(String::strip).filter(number -> !number.isEmpty());
        hashtags = List.copyOf(hashtags);
        if (contact.filter(line -> Content.length(line) > CONTACT_LIMIT).isPresent()) {
            throw new IllegalArgumentException("The contact has at most " + CONTACT_LIMIT + " characters");
        }
        if (crimeReference.filter(number -> !isReference(number)).isPresent()) {
            throw new IllegalArgumentException("Not a crime reference: " + crimeReference.get());
        }
        if (hashtags.size() > MOST_HASHTAGS || !hashtags.stream().allMatch(Campaign::isShapedLikeOne)) {
            throw new IllegalArgumentException("Not up to " + MOST_HASHTAGS + " hashtags: " + hashtags);
        }
    }

    /** Whether the text can be a crime reference. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }
}
