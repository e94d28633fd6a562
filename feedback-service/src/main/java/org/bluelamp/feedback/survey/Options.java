package org.bluelamp.feedback.survey;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bluelamp.feedback.submission.Typed;

/** What the answers of a list look like. */
public final class Options {

    /** The fewest in a list. */
    public static final int FEWEST = 2;

    /** The most in a list: what fits a phone and can be ranked by a person. */
    public static final int MOST = 10;

    /** The longest, in characters as people count them. */
    public static final int LONGEST = 100;

    private Options() {}

    /** Reads a list as staff type it, one on each line; blank lines are left out. */
    public static List<String> read(String typed) {
        return Typed.clean(typed)
                .lines()
                .map(Typed::oneLine)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What is wrong with a list, in words to who wrote it; empty when nothing is. */
    public static Stream<String> faults(List<String> options) {
        if (options.size() < FEWEST || options.size() > MOST) {
            return Stream.of("Enter %d to %d answers, one on each line".formatted(FEWEST, MOST));
        }
        if (options.stream().map(one -> one.toLowerCase(Locale.UK)).distinct().count() < options.size()) {
            return Stream.of("Each answer must be there once");
        }
        return options.stream().anyMatch(one -> Typed.length(one) > LONGEST)
                ? Stream.of("Each answer must be %d characters or fewer".formatted(LONGEST))
                : Stream.empty();
    }

    static List<String> checked(List<String> options) {
        List<String> tidy = options.stream().map(Typed::oneLine).toList();
        faults(tidy).findFirst().ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        tidy.forEach(Options::checked);
        return tidy;
    }

    static String checked(String option) {
        String tidy = Typed.oneLine(option);
        if (tidy.isEmpty() || Typed.length(tidy) > LONGEST) {
            throw new IllegalArgumentException("An answer has 1 to " + LONGEST + " characters");
        }
        return tidy;
    }
}
