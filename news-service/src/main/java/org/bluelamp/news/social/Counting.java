package org.bluelamp.news.social;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.ToIntFunction;

/** What a network counts as one. */
enum Counting {
    /** Code points; never fewer than what people see as one character. */
    CHARACTERS(text -> text.codePointCount(0, text.length())),

    /** Bytes of UTF-8. */
    BYTES(text -> text.getBytes(StandardCharsets.UTF_8).length),

    /**
     * Code points after composing, of which only some ranges count one and all others two: configuration v3 of
     * twitter-text. Parts of one emoji are counted singly, so the sum is never too low.
     */
    WEIGHTED(text -> Normalizer.normalize(text, Normalizer.Form.NFC)
            .codePoints()
            .map(Counting::weight)
            .sum());

    private final ToIntFunction<String> measure;

    Counting(ToIntFunction<String> measure) {
        this.measure = measure;
    }

    int of(String text) {
        return measure.applyAsInt(text);
    }

    private static int weight(int point) {
        boolean light = point <= 4351
                || point >= 8192 && point <= 8205
                || point >= 8208 && point <= 8223
                || point >= 8242 && point <= 8247;
        return light ? 1 : 2;
    }
}
