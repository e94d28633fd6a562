package org.bluelamp.alerts.subscription;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's asking that an address follow an area, and the record of the consent that came with it.
 *
 * @param id what the confirmation link names
 * @param subscriber whose address it was
 * @param area what to follow
 * @param answer what the asking led to
 * @param requestedAt when it was asked
 * @param confirmedAt when the owner of the address agreed; null as long as they have not
 * @param suppressedAt since when emails to the address come back; null when they do not
 */
public record SignUp(
        UUID id,
        UUID subscriber,
        AreaCode area,
        Answer answer,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant suppressedAt) {

    /** What a sign-up leads to. The person is told by mail only, so that nobody can find out who is a subscriber. */
    public enum Answer {
        /** A mail asks the owner of the address to confirm. */
        CONFIRM,
        /** The owner added the area on their own page; no mail is needed. */
        ADDED,
        /** The area was followed already: a mail says so. */
        ALREADY_FOLLOWING;

        String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Answer of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Where people sign up. */
    public enum Source {
        /** The public form. */
        PAGE,
        /** The JSON API. */
        API,
        /** The subscriber's own page. */
        MANAGE_PAGE;

        String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
