package org.bluelamp.service.deadletter;

import java.time.Instant;
import org.bluelamp.messaging.deadletter.DeadLetter;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * One dead letter.
 *
 * @param path of the desk
 * @param decidedBy the name of who replayed or discarded it, when that is on record
 * @param form the reason for discarding it
 */
public record DeadLetterPage(
        String path, DeadLetter letter, @Nullable String decidedBy, Form form) {

    /** Whether a decision is still to be taken. */
    public boolean waits() {
        return letter.state() == DeadLetter.State.WAITING;
    }

    /** A time as staff read it. */
    public static String time(@Nullable Instant instant) {
        return instant == null ? "" : LondonTime.second(instant);
    }

    /** A fact that may be missing. */
    public static String known(@Nullable String text) {
        return text == null || text.isBlank() ? "Not known" : text;
    }
}
