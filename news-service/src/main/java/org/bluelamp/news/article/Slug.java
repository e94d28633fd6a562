package org.bluelamp.news.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of an article's address that is made from its title, for example {@code week-of-action-in-ware}. An address
 * once published belongs to its article for ever.
 *
 * @param value words of {@code [a-z0-9]} joined by single hyphens, at most 90 characters
 */
public record Slug(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 90;
    private static final int LONGEST_FROM_TITLE = 80;

    /** Addresses under {@code /news/} that are pages of their own, now or as the newsroom grows. */
    private static final Set<String> TAKEN_BY_PAGES = Set.of(
            "archive",
            "article",
            "campaign",
            "campaigns",
            "feed",
            "feeds",
            "files",
            "images",
            "pictures",
            "search",
            "topics");

    /** @throws IllegalArgumentException when the value does not have the shape of a slug */
    public Slug {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    /** Whether the text could be a slug at all. */
    public static boolean isShapedLikeOne(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** The slug a title asks for: letters without accents, whole words only. */
    public static Slug from(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'\u2018\u2019]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.length() > LONGEST_FROM_TITLE) {
            int wordEnd = plain.lastIndexOf('-', LONGEST_FROM_TITLE);
            plain = plain.substring(0, wordEnd > 0 ? wordEnd : LONGEST_FROM_TITLE);
        }
        if (plain.isEmpty() || TAKEN_BY_PAGES.contains(plain)) {
            plain = plain.isEmpty() ? "article-1" : plain + "-1";
        }
        return new Slug(plain);
    }

    /** This slug, then numbered ones for when others with the same title hold it: {@code -2}, {@code -3}, ... */
    Stream<Slug> candidates() {
        return Stream.concat(Stream.of(this), Stream.iterate(2, n -> n + 1).map(n -> new Slug(value + "-" + n)));
    }

    /** Whether this slug is what the other asks for, perhaps numbered. */
    boolean answers(Slug wanted) {
        return value.equals(wanted.value) || value.matches(Pattern.quote(wanted.value) + "-[0-9]+");
    }

    @Override
    public String toString() {
        return value;
    }
}
