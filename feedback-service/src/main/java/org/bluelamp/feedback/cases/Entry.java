package org.bluelamp.feedback.cases;

import java.time.Instant;
import java.util.Locale;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff wrote about a case.
 *
 * @param kind what it is
 * @param text the words
 * @param handedTo whose team answers from then on; null unless the case was handed over
 * @param author the person's name
 * @param writtenAt when
 */
public record Entry(Kind kind, String text, @Nullable AreaCode handedTo, String author, Instant writtenAt) {

    /** The longest answer, note or reason, in characters. */
    public static final int LONGEST = 4000;

    /** What an entry is. */
    public enum Kind {
        /** The sender reads it. */
        ANSWER,
        /** For colleagues. */
        NOTE,
        /** Why another team answers. */
        HAND_OVER;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
