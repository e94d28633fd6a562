package org.bluelamp.alerts.sms;

import java.util.Locale;
import java.util.Optional;

/**
 * When somebody wants text messages.
 *
 * @param when at all
 * @param from the hour at which their hours begin, by the clock on the wall
 * @param until the hour at which they end; before the first one they go over midnight
 */
public record TextTimes(When when, int from, int until) {

    /** What is offered at first to who wants hours. */
    public static final TextTimes ALWAYS = new TextTimes(When.ALWAYS, 8, 22);

    /** Whether and when. */
    public enum When {
        /** At any time of day and night. */
        ALWAYS,
        /** Between two hours; what comes outside them waits. */
        HOURS,
        /** Not, though the number is kept. */
        NEVER;

        /** The word that is stored and sent by forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a word; empty when it is none. */
        public static Optional<When> of(String word) {
            for (var when : values()) {
                if (when.word().equals(word)) {
                    return Optional.of(when);
                }
            }
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when the hours are none, or no time lies between them */
    public TextTimes {
        if (from < 0 || from > 23 || until < 0 || until > 23 || when == When.HOURS && from == until) {
            throw new IllegalArgumentException("No hours: from " + from + " until " + until);
        }
    }

    /** In words, for the person whose they are. */
    public String inWords() {
        return switch (when) {
            case ALWAYS -> "at any time";
            case HOURS -> "between " + hour(from) + " and " + hour(until);
            case NEVER -> "never";
        };
    }

    /** An hour as people say it. */
    public static String hour(int hour) {
        return switch (hour) {
            case 0 -> "midnight";
            case 12 -> "midday";
            default -> (hour % 12) + (hour < 12 ? "am" : "pm");
        };
    }
}
