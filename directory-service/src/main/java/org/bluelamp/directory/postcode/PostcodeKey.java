package org.bluelamp.directory.postcode;

/**
 * Postcodes as numbers, in order: every shape of BS 7666 fits into a positive int. Those with the same beginning lie
 * side by side.
 */
final class PostcodeKey {

    /** Every inward code: a digit and two letters. */
    private static final int INWARD = 10 * 26 * 26;

    private PostcodeKey() {}

    /** @param code without its space, in capitals, of the shape of a postcode */
    static int of(String code) {
        int split = code.length() - 3;
        return outward(code.substring(0, split)) * INWARD
                + digit(code.charAt(split)) * 26 * 26
                + letter(code.charAt(split + 1)) * 26
                + letter(code.charAt(split + 2));
    }

    /** The least number of a postcode that begins like this. */
    static int first(PartialPostcode partial) {
        String rest = partial.rest();
        return outward(partial.outward()) * INWARD
                + (rest.isEmpty() ? 0 : digit(rest.charAt(0)) * 26 * 26)
                + (rest.length() < 2 ? 0 : letter(rest.charAt(1)) * 26);
    }

    /** How many postcodes can begin like this. */
    static int count(PartialPostcode partial) {
        return switch (partial.rest().length()) {
            case 0 -> INWARD;
            case 1 -> 26 * 26;
            default -> 26;
        };
    }

    /** One or two letters, a digit, perhaps a digit or letter. */
    private static int outward(String outward) {
        int next = 1;
        int area = letter(outward.charAt(0)) * 27;
        if (Character.isLetter(outward.charAt(next))) {
            area += 1 + letter(outward.charAt(next++));
        }
        int district = digit(outward.charAt(next++));
        int sub = 0;
        if (next < outward.length()) {
            char last = outward.charAt(next);
            sub = Character.isDigit(last) ? 1 + digit(last) : 11 + letter(last);
        }
        return (area * 10 + district) * 37 + sub;
    }

    private static int digit(char c) {
        return c - '0';
    }

    private static int letter(char c) {
        return c - 'A';
    }
}
