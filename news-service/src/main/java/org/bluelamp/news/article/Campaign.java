package org.bluelamp.news.article;

import java.util.regex.Pattern;

/**
 * A campaign that articles belong to, named by its hashtag without the {@code #}, for example
 * {@code HertsNeighbourhoodWeek}.
 *
 * @param hashtag letters and digits, at most 50
 */
public record Campaign(String hashtag) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{1,50}");

    /** @throws IllegalArgumentException when a social network would not take it as one hashtag */
    public Campaign {
        if (!SHAPE.matcher(hashtag).matches()) {
            throw new IllegalArgumentException("Not a hashtag: " + hashtag);
        }
    }

    /** What a person typed, without the {@code #} and spaces around. */
    public static String withoutSign(String typed) {
        String text = typed.strip();
        return text.startsWith("#") ? text.substring(1) : text;
    }

    /** Whether the text can be a hashtag. */
    public static boolean isShapedLikeOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** As people write it, with the {@code #}. */
    @Override
    public String toString() {
        return "#" + hashtag;
    }
}
