package org.bluelamp.feedback;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words, as people in England say them. */
public final class Times {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' h:mma", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private Times() {}

    /** For example "22 November 2026 at 7:42pm", in local time. */
    public static String words(Instant moment) {
        return WORDS.format(moment);
    }
}
