package org.bluelamp.feedback.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a resident quotes and an officer looks up, of a concern or a case: eight characters of Crockford's base 32 in two groups, for example
 * {@code 7K3M-Q9TF}. Random, so that nobody can count or guess them; without I, L, O and U, so that it survives the
 * telephone.
 *
 * @param value the reference in capitals with its hyphen
 */
public record Reference(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");

    /** @throws IllegalArgumentException when the value does not have the shape of a reference */
    public Reference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a reference");
        }
    }

    /** A new one; the database makes sure that it is unique. */
    public static Reference random(RandomGenerator random) {
        StringBuilder value = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            value.append(i == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Reference(value.toString());
    }

    /** Reads what a person typed: in any case, with or without the hyphen, O for 0, I or L for 1. */
    public static Optional<Reference> read(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        if (plain.length() != 8) {
            return Optional.empty();
        }
        String value = plain.substring(0, 4) + "-" + plain.substring(4);
        return SHAPE.matcher(value).matches() ? Optional.of(new Reference(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
