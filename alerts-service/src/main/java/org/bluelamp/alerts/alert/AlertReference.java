package org.bluelamp.alerts.alert;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bluelamp.service.area.AreaCode;

/**
 * The stable name of an alert through all its messages, and the last part of its address, for example
 * {@code hrt-2026-0042}: the force, the year, and its number in that year. It can be read out on the telephone; it is no
 * secret and may be guessed.
 */
public record AlertReference(String value) {

    /** The shape, for addresses. */
    public static final String PATTERN = "[a-z]{3}-\\d{4}-\\d{4,9}";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);
    private static final int LETTERS = 3;

    /** @throws IllegalArgumentException when the value does not have the shape of a reference */
    public AlertReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a reference of an alert: " + value);
        }
    }

    /** The one of a number. */
    static AlertReference of(String prefix, int year, int number) {
        return new AlertReference(String.format(Locale.ROOT, "%s-%d-%04d", prefix, year, number));
    }

    /** Three letters for the force that an area belongs to: the first consonants, {@code hrt} for Hertfordshire. */
    static String prefix(AreaCode area) {
        var force = area.value().split("/", 2)[0].replaceAll("[^a-z]", "");
        var consonants = force.replaceAll("[aeiou]", "");
        return (consonants + force + "xxx").substring(0, LETTERS);
    }

    /** The identifier of one of the alert's messages, from 1 on. */
    public String message(int number) {
        return value + "." + number;
    }

    @Override
    public String toString() {
        return value;
    }
}
