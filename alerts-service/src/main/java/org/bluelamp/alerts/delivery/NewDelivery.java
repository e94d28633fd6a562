package org.bluelamp.alerts.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * One message to one person, to be sent as soon as possible.
 *
 * @param kind what sort of item it carries; names the {@link Writer}
 * @param itemId which item of that sort
 * @param subscriber to whom
 * @param way by what
 * @param lane before which others
 * @param reasonArea the area it is about, told to the person
 * @param notAfter when it is no longer worth sending
 */
public record NewDelivery(
        String kind, String itemId, UUID subscriber, Way way, Lane lane, String reasonArea, Instant notAfter) {

    /** A mail. */
    public static NewDelivery mail(
            String kind, String itemId, UUID subscriber, Lane lane, String reasonArea, Instant notAfter) {
        return new NewDelivery(kind, itemId, subscriber, Way.MAIL, lane, reasonArea, notAfter);
    }
}
