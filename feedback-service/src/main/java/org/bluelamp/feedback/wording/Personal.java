package org.bluelamp.feedback.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may say who somebody is. It suggests; a person decides. Every pattern is bounded, so that no text makes the
 * search slow.
 */
public enum Personal {
    /** A mail address. */
    MAIL("[email address]", "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,100}"),
    /** A postcode of the United Kingdom. */
    POSTCODE("[postcode]", "\\b[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}\\b"),
    /** A number plate, of today's shape or of those before. */
    PLATE("[number plate]", "\\b(?:[A-Za-z]{2}\\d{2} ?[A-Za-z]{3}|[A-Z]\\d{1,3} ?[A-Z]{3})\\b"),
    /** A home: a house number with its street, a flat, or both. A street alone is where something happens. */
    ADDRESS(
            "[address]",
            Home.FLAT + "(?:,? {1,2}" + Home.HOUSE + ")?|" + Home.HOUSE + "(?:,? {1,2}" + Home.FLAT + ")?"),
    /** A telephone number. */
    TELEPHONE("[telephone number]", "(?<![\\p{L}\\p{N}])\\+?\\d[\\d ().-]{7,18}\\d(?![\\p{L}\\p{N}])"),
    /** A name after a title. */
    NAME(
            "[name]",
            "\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Cllr|Councillor)\\.? {1,2}\\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{Lu}[\\p{L}'’-]{1,30}){0,2}");

    /** How homes are written; after a time of day or within another number it is none, and a year is none. */
    private static final class Home {

        static final String FLAT = "\\b(?:[Ff]lat|FLAT|[Aa]partment) {1,2}\\d{1,4}[A-Za-z]?\\b";

        private static final String NUMBER =
                "(?<![\\p{L}\\p{N}.:/-])(?!(?:19|20)\\d\\d\\b)\\d{1,4}[A-Za-z]?(?: ?[-–/] ?\\d{1,4}[A-Za-z]?)?";

        private static final String KIND =
                "(?:[Rr]oad|[Ss]treet|[Ww]ay|[Cc]lose|[Aa]venue|[Ll]ane|Drive|[Cc]ourt|[Cc]rescent"
                        + "|[Gg]ardens|Place|Grove|Hill|Green|Park|Rise|Walk|Mews|Terrace|Square|Rd|St|Ave|Av|Ln|Dr|Ct|Cl|Cres|Gdns"
                        + "|Pl|Gr|Terr|Tce|Sq)";

        static final String HOUSE = NUMBER + ",? {1,2}(?:\\p{Lu}[\\p{L}'’-]{0,30}\\.? {1,2}){1,3}" + KIND + "\\b";
    }

    private final String instead;
    private final Pattern pattern;

    Personal(String instead, String pattern) {
        this.instead = instead;
        this.pattern = Pattern.compile(pattern);
    }

    /** What stands in its place. */
    public String instead() {
        return instead;
    }

    /**
     * Something found.
     *
     * @param kind what it is
     * @param from where it begins, in characters of Java
     * @param to where it ends
     */
    public record Found(Personal kind, int from, int to) {}

    /** What is found in a text, in its order; where two overlap, the first one. */
    public static List<Found> in(String text) {
        List<Found> all = new ArrayList<>();
        for (Personal kind : values()) {
            Matcher matcher = kind.pattern.matcher(text);
            while (matcher.find()) {
                all.add(new Found(kind, matcher.start(), matcher.end()));
            }
        }
        all.sort(Comparator.comparingInt(Found::from)
                .thenComparing(Comparator.comparingInt(Found::to).reversed()));
        List<Found> apart = new ArrayList<>();
        for (Found found : all) {
            if (apart.isEmpty() || found.from() >= apart.getLast().to()) {
                apart.add(found);
            }
        }
        return apart;
    }

    /** The text with something in the place of all that is found, but for some kinds. */
    public static String redacted(String text, Personal... kept) {
        StringBuilder redacted = new StringBuilder();
        int from = 0;
        for (Found found : in(text)) {
            if (List.of(kept).contains(found.kind())) {
                continue;
            }
            redacted.append(text, from, found.from()).append(found.kind().instead());
            from = found.to();
        }
        return redacted.append(text.substring(from)).toString();
    }
}
