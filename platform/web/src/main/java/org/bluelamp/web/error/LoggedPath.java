package org.bluelamp.web.error;

import java.util.regex.Pattern;

/**
 * A path as log lines may hold it: on one line, of a bearable length, and without what only the receiver of a mail should
 * know. Whoever holds the token of {@code /alerts/manage/...} acts as the subscriber, and that of {@code
 * /have-your-say/my-message/...} as the writer, so they are as secret as a password.
 */
public final class LoggedPath {

    private static final Pattern SECRET =
            Pattern.compile("(?<=/alerts/(?:manage|confirm|unsubscribe)/|/have-your-say/my-message/)[^/]+");

    /** A line is a line, whatever a path holds. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");

    private static final int LONGEST = 200;

    private LoggedPath() {}

    /** The path, masked; a text with such paths in it will do as well. */
    public static String of(String path) {
        String masked =
                UNPRINTABLE.matcher(SECRET.matcher(path).replaceAll("{token}")).replaceAll("?");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "...";
    }
}
