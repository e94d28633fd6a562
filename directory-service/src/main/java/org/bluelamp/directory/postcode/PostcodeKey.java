package org.bluelamp.directory.postcode;

/**
 * Postcodes as numbers, in order: every shape of BS 7666 fits into a positive int. Those with the same beginning lie
 * side by side.
 */
final class PostcodeKey {

    /** Every inward code: a digit and two letters. */
    private static final int INWARD = 10 * 26 * 26;

    /** Every district of an area: a digit, perhaps a digit or letter. */
    private static final int DISTRICTS = 10 * 37;

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

    /** The least number of a postcode whose outward code begins with these letters and then a digit. */
    static int firstWith(String letters) {
        return area(letters) * DISTRICTS * INWARD;
    }

    /** How many postcodes can begin with the same letters. */
    static int countWithLetters() {
        return DISTRICTS * INWARD;
    }

    /** One or two letters, a digit, perhaps a digit or letter. */
    private static int outward(String outward) {
        int next = Character.isLetter(outward.charAt(1)) ? 2 : 1;
        int area = area(outward.substring(0, next));
        int district = digit(outward.charAt(next++));
        int sub = 0;
        if (next < outward.length()) {
            char last = outward.charAt(next);
            sub = Character.isDigit(last) ? 1 + digit(last) : 11 + letter(last);
        }
        return area * DISTRICTS + district * 37 + sub;
    }

    private static int area(String letters) {
        return letter(letters.charAt(0)) * 27 + (letters.length() > 1 ? 1 + letter(letters.charAt(1)) : 0);
    }

    private static int digit(char c) {
        return c - '0';
    }

    private static int letter(char c) {
        return c - 'A';
    }
}
