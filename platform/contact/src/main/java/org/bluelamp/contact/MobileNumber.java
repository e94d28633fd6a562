package org.bluelamp.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of a mobile phone of the United Kingdom. It never shows in a log: {@link #toString} keeps it to itself.
 *
 * @param value as E.164 writes it, such as {@code +447700900123}
 */
public record MobileNumber(String value) {

    /**
     * What the National Telephone Numbering Plan gives to mobiles: 071 to 075 and 077 to 079, and of 076, which is for
     * pagers, the part of the Isle of Man. Numbers that begin with 070 are dear and lead anywhere.
     */
    private static final Pattern MOBILE = Pattern.compile("7(?:[1-57-9]\\d{8}|624\\d{6})");

    /** How people write a number apart. */
    private static final Pattern APART = Pattern.compile("[\\s().\\-\\u00ad\\u2010-\\u2015]");

    /** Reads what a person typed; empty when it is not the number of a British mobile. */
    public static Optional<MobileNumber> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        var digits = APART.matcher(typed.strip()).replaceAll("");
        // "+44 (0)7700..." is often seen, and nobody means the nought.
        var national = digits.replaceFirst("^(?:\\+44|0044|44)0?", "").replaceFirst("^0", "");
        return MOBILE.matcher(national).matches() ? Optional.of(new MobileNumber("+44" + national)) : Optional.empty();
    }

    /** The last digits, by which its owner knows it and nobody else does. */
    public String ending() {
        return value.substring(value.length() - 3);
    }

    @Override
    public String toString() {
        return "MobileNumber[not shown]";
    }
}
