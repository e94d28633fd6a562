package org.bluelamp.alerts.digest;

import java.time.Instant;
import java.util.Locale;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a letter tells.
 *
 * @param area the followed area that is the reason
 * @param place where it is, or the first of several areas
 * @param at when it was news, or when the meeting begins
 * @param words what there is to say of it; null for nothing
 * @param status of a priority; null for others
 * @param path of its page, without host; null when the page of its area tells of it
 */
record LetterItem(
        Kind kind,
        AreaCode area,
        AreaCode place,
        Instant at,
        String title,
        @Nullable String words,
        @Nullable String status,
        @Nullable String path) {

    /** What sort of thing, in the order in which a letter tells them. */
    enum Kind {
        ALERT("Alerts"),
        ARTICLE("News"),
        PRIORITY("Priorities: you said, we did"),
        MEETING("Meet your team");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
