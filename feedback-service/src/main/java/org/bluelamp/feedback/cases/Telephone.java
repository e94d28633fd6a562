package org.bluelamp.feedback.cases;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as a person gave it. It never shows in a log: {@link #toString} keeps it to itself.
 *
 * @param value the number, with single spaces
 */
record Telephone(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9 ().-]+");

    /** Seven digits are a local number; more than fifteen are none anywhere (ITU-T E.164). */
    private static final int FEWEST = 7;

    private static final int MOST = 15;

    /** Reads what a person typed; empty when nobody can be called there. */
    static Optional<Telephone> parse(String typed) {
        String number = typed.strip().replaceAll("\\s+", " ");
        long digits = number.chars().filter(Character::isDigit).count();
        return SHAPE.matcher(number).matches() && digits >= FEWEST && digits <= MOST
                ? Optional.of(new Telephone(number))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Telephone[not shown]";
    }
}
