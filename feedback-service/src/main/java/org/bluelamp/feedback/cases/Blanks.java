package org.bluelamp.feedback.cases;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a canned answer leaves open, in square brackets: with it, no answer goes to anybody. */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\[[^\\]\\n]{1,60}\\]");

    private Blanks() {}

    /** Those of a text, with their brackets, each once. */
    public static List<String> in(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
