package org.bluelamp.news.template;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluelamp.news.article.Content;

/** What is still to be filled in in a text that was begun from a template: words in square brackets. */
public final class Gaps {

    /** Not the words of a link or a picture, which have a round or square bracket or a colon after them. */
    private static final Pattern GAP = Pattern.compile("(?<![!\\]\\\\])\\[[^\\[\\]\\n]{2,80}](?![(\\[:])");

    private Gaps() {}

    /** The gaps, each once, as they stand there. */
    public static List<String> in(Content content) {
        return Stream.of(
                        content.title(),
                        content.summary(),
                        content.body(),
                        content.details().contact().orElse(""))
                .flatMap(text -> GAP.matcher(text).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
