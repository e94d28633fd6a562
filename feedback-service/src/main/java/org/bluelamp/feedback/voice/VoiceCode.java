package org.bluelamp.feedback.voice;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.submission.SubmissionKey;

/**
 * What gives one person one voice in one round: twelve characters of Crockford's base 32 in three groups, for example
 * {@code 7K3M-Q9TF-22VX}, from an email or a card. Sixty bits, so that guessing finds none of a neighbourhood's few
 * thousand; without I, L, O and U, so that it survives being copied from paper.
 *
 * @param value the code in capitals with its hyphens
 */
public record VoiceCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile("[%1$s]{4}-[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET));

    /** @throws IllegalArgumentException when the value does not have the shape of a code */
    public VoiceCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a code");
        }
    }

    /** A new one. */
    public static VoiceCode random(RandomGenerator random) {
        StringBuilder plain = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            plain.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return grouped(plain.toString());
    }

    /** Reads what a person typed: in any case, with or without hyphens, O for 0, I or L for 1. */
    public static Optional<VoiceCode> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return plain.matches("[" + ALPHABET + "]{" + LENGTH + "}") ? Optional.of(grouped(plain)) : Optional.empty();
    }

    private static VoiceCode grouped(String plain) {
        return new VoiceCode(plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8));
    }

    /** By what the database knows it: the same code in another round is another hash. */
    public byte[] hash(RoundId round) {
        return HexFormat.of().parseHex(SubmissionKey.digest("voice", round.toString(), value));
    }

    /** Says nothing, for who knows a code can use it. */
    @Override
    public String toString() {
        return "VoiceCode";
    }
}
