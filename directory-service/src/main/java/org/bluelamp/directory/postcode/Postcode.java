package org.bluelamp.directory.postcode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A full postcode of the United Kingdom, without its space, in capitals, for example {@code SG13AE}.
 *
 * <p>Shapes from BS 7666: one or two letters, a digit, perhaps a digit or letter; then a digit and two letters.
 */
public record Postcode(String code) {

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})");

    /** @throws IllegalArgumentException when it does not have the shape of a postcode */
    public Postcode {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a postcode: " + code);
        }
    }

    /**
     * Reads what somebody typed, in any case and spacing and with stray punctuation. A letter O where a nought belongs
     * is taken for the nought.
     */
    public static Optional<Postcode> read(String typed) {
        String plain = plain(typed);
        if (plain.length() < 5 || plain.length() > 7) {
            return Optional.empty();
        }
        int inward = plain.length() - 3;
        if (plain.charAt(inward) == 'O') {
            plain = plain.substring(0, inward) + '0' + plain.substring(inward + 1);
        }
        Matcher matcher = SHAPE.matcher(plain);
        return matcher.matches() ? Optional.of(new Postcode(plain)) : Optional.empty();
    }

    /** Capitals and digits only. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** The first half, for example {@code SG1}. */
    public String outward() {
        return code.substring(0, code.length() - 3);
    }

    /** The beginning that it shares with all postcodes of its district. */
    public PartialPostcode district() {
        return new PartialPostcode(outward(), "");
    }

    /** As people write it, for example {@code SG1 3AE}. */
    @Override
    public String toString() {
        return outward() + " " + code.substring(code.length() - 3);
    }
}
