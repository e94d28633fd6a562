package org.bluelamp.news.picture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The picture that stands for an article in lists and where it is shared: the one that the text marks as leading,
 * {@code ![What it shows](picture:0123456789abcdef "leading")}, or the first. The table's column says the same.
 */
public final class Leading {

    private static final Pattern CODES = Pattern.compile("(?:picture:|/news/pictures/)([0-9a-f]{16})");
    private static final Pattern MARK = Pattern.compile(
            "((?:picture:|/news/pictures/)[0-9a-f]{16}(?:[0-9a-f]{48}/[0-9]+[.][a-z]+)?) +\"leading\"\\)");

    private Leading() {}

    /** The pictures of a text, in its order. */
    public static List<String> codes(String body) {
        return CODES.matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The text with this picture marked and no other; as it is when it does not show it. */
    public static String mark(String body, String code) {
        if (!codes(body).contains(code)) {
            return body;
        }
        Matcher place = Pattern.compile("\\(((?:picture:|/news/pictures/)" + Pattern.quote(code)
                        + "(?:[0-9a-f]{48}/[0-9]+[.][a-z]+)?)(?: +\"[^\"\n]*\")?\\)")
                .matcher(MARK.matcher(body).replaceAll("$1)"));
        return place.replaceFirst("($1 \"leading\")");
    }

    /** Whether the text marks this one. */
    public static boolean isMarked(String body, String code) {
        return MARK.matcher(body).results().anyMatch(found -> found.group(1).contains(code));
    }
}
