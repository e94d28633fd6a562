package org.bluelamp.directory.postcode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a postcode: its outward code, perhaps with some of the rest.
 *
 * @param outward for example {@code SG1}
 * @param rest for example {@code 3} or {@code 3A}; often empty
 */
public record PartialPostcode(String outward, String rest) {

    private static final Pattern SHAPE =
            Pattern.compile("\\s*([A-Za-z]{1,2}[0-9][0-9A-Za-z]?)(?:\\s*|\\s+([0-9][A-Za-z]?))\\s*");

    /** Reads what somebody typed. {@code SG13} is the outward code SG13; {@code SG1 3} is a part of SG1. */
    public static Optional<PartialPostcode> read(String typed) {
        Matcher matcher = SHAPE.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        return Optional.of(
                new PartialPostcode(Postcode.plain(matcher.group(1)), rest == null ? "" : Postcode.plain(rest)));
    }

    @Override
    public String toString() {
        return rest.isEmpty() ? outward : outward + " " + rest;
    }
}
