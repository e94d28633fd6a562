package org.bluelamp.feedback.submission;

/** What people type, in the shape that all parts of the platform can hold, and its length as they count it. */
public final class Typed {

    private Typed() {}

    /**
     * The text as typed: one character per new line (browsers send two but count one), and no NUL or half of a character
     * pair, which no keyboard makes and PostgreSQL refuses.
     */
    public static String clean(String typed) {
        StringBuilder clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            clean.appendCodePoint(point == 0 || half ? 0xFFFD : point);
        });
        return clean.toString();
    }

    /** The text on one line: every run of spaces and breaks is one space. */
    public static String oneLine(String typed) {
        return clean(typed).replaceAll("\\s+", " ").strip();
    }

    /** How many characters a reader counts (code points). */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text on one line, for a list; with an ellipsis when there is more. */
    public static String beginning(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (length(line) <= longest) {
            return line;
        }
        int cut = line.offsetByCodePoints(0, longest);
        int space = line.lastIndexOf(' ', cut);
        return line.substring(0, space > cut / 2 ? space : cut) + "…";
    }
}
