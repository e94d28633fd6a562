package org.bluelamp.alerts.sms;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;

/**
 * What one text message says. It is written in the alphabet that phones have without more ado (GSM 7 bit, 3GPP TS 23.038),
 * in which one part holds 160 characters and two hold 306; a single character from outside would more than halve that. So
 * a message costs two parts at most.
 *
 * @param text at most {@link #LONGEST} characters, as they are counted there
 */
public record TextMessage(String text) {

    /** Two parts, each with room for the note that they belong together. */
    public static final int LONGEST = 306;

    private static final int SINGLE = 160;

    private static final String PLAIN =
            "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9"
                    + " !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"
                    + "\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";

    /** These are two characters each. */
    private static final String DOUBLE = "^{}\\[~]|\u20ac\f";

    private static final Map<Integer, String> ALIKE = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201c, "\""),
            Map.entry(0x201d, "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2026, "..."),
            Map.entry(0x2022, "-"),
            Map.entry(0x00a0, " "),
            Map.entry(0x202f, " "),
            Map.entry((int) '`', "'"));

    /** @throws IllegalArgumentException when it is longer than two parts */
    public TextMessage {
        if (length(text) > LONGEST) {
            throw new IllegalArgumentException("A text message has " + LONGEST + " characters at most");
        }
    }

    /**
     * A message whose middle is cut short where it does not fit.
     *
     * @param begin who says it, whole
     * @param middle what there is to say
     * @param end where to read more, whole
     */
    public static TextMessage fitting(String begin, String middle, String end) {
        var head = plain(begin);
        var tail = plain(end);
        var room = LONGEST - length(head) - length(tail);
        var words = plain(middle).strip();
        if (length(words) > room) {
            words = cut(words, room - 3) + "...";
        }
        return new TextMessage(head + words + tail);
    }

    /** How many parts it is sent and paid as. */
    public int parts() {
        return length(text) <= SINGLE ? 1 : 2;
    }

    /** In the letters that a phone has, or those most alike; a question mark for what has none. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isPlain(character)) {
                plain.appendCodePoint(character);
            } else {
                plain.append(ALIKE.getOrDefault(character, bare(character)));
            }
        });
        return plain.toString();
    }

    /** Without the marks above or below it. */
    private static String bare(int character) {
        var apart =
                Normalizer.normalize(Character.toString(character), Form.NFKD).replaceAll("\\p{M}", "");
        return !apart.isEmpty() && apart.codePoints().allMatch(TextMessage::isPlain) ? apart : "?";
    }

    private static boolean isPlain(int character) {
        return PLAIN.indexOf(character) >= 0 || DOUBLE.indexOf(character) >= 0;
    }

    private static String cut(String words, int room) {
        var length = 0;
        var end = 0;
        while (end < words.length() && length + width(words.charAt(end)) <= room) {
            length += width(words.charAt(end));
            end++;
        }
        var whole = words.substring(0, end);
        var space = whole.lastIndexOf(' ');
        return (space > end / 2 ? whole.substring(0, space) : whole).stripTrailing();
    }

    private static int length(String text) {
        return text.chars().map(character -> width((char) character)).sum();
    }

    private static int width(char character) {
        return DOUBLE.indexOf(character) >= 0 ? 2 : 1;
    }
}
