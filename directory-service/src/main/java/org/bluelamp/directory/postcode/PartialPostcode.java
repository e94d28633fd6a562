package org.bluelamp.directory.postcode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a postcode: its outward code, perhaps with some of the rest.
 *
 * @param outward for example {@code SG1}
 * @param rest for example {@code 3} or {@code 3A}; often empty
 */
public record PartialPostcode(String outward, String rest) {

    private static final Pattern SHAPE =
            Pattern.compile("\\s*([A-Za-z]{1,2}[0-9][0-9A-Za-z]?)(?:\\s*|\\s+([0-9][A-Za-z]?))\\s*");

    /** Without a space only these can be told from an outward code: they are too long for one. */
    private static final Pattern WITHOUT_SPACE = Pattern.compile(
            "\\s*(?:([A-Za-z]{1,2}[0-9][0-9A-Za-z]?)([0-9][A-Za-z])|([A-Za-z]{1,2}[0-9][0-9A-Za-z])([0-9]))\\s*");

    /**
     * Reads what somebody typed. {@code SG13} is the outward code SG13; {@code SG1 3} and {@code SG13A} are parts of SG1.
     */
    public static Optional<PartialPostcode> read(String typed) {
        Matcher matcher = SHAPE.matcher(typed);
        if (matcher.matches()) {
            return Optional.of(of(matcher.group(1), matcher.group(2)));
        }
        Matcher together = WITHOUT_SPACE.matcher(typed);
        if (together.matches()) {
            return Optional.of(
                    together.group(1) == null
                            ? of(together.group(3), together.group(4))
                            : of(together.group(1), together.group(2)));
        }
        return Optional.empty();
    }

    /** The beginning that all postcodes of its district share. */
    public PartialPostcode district() {
        return new PartialPostcode(outward, "");
    }

    /** The letters it begins with, which stand for a postcode area such as SG. */
    public String letters() {
        return outward.substring(0, Character.isLetter(outward.charAt(1)) ? 2 : 1);
    }

    private static PartialPostcode of(String outward, @Nullable String rest) {
        return new PartialPostcode(Postcode.plain(outward), rest == null ? "" : Postcode.plain(rest));
    }

    @Override
    public String toString() {
        return rest.isEmpty() ? outward : outward + " " + rest;
    }
}
