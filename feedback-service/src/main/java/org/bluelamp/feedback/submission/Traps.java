package org.bluelamp.feedback.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The two traps of a public form, in ADR 0081. */
public final class Traps {

    /** Nobody has read and written sooner. */
    public static final Duration FASTEST = Duration.ofSeconds(2);

    private Traps() {}

    /** What the form carries to tell when it was opened, in seconds since 1970. */
    public static String opened(Clock clock) {
        return String.valueOf(clock.instant().getEpochSecond());
    }

    /**
     * Why to keep what was sent out of the working list; null when it looks as if a person sent it.
     *
     * @param unseen what came in the field that people do not see
     * @param opened what the form carried
     */
    public static @Nullable SetAside suspicion(String unseen, String opened, Clock clock) {
        if (!unseen.isEmpty()) {
            return SetAside.HONEYPOT;
        }
        try {
            Instant shown = Instant.ofEpochSecond(Long.parseLong(opened));
            return clock.instant().isBefore(shown.plus(FASTEST)) ? SetAside.TOO_FAST : null;
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return SetAside.TOO_FAST;
        }
    }
}
