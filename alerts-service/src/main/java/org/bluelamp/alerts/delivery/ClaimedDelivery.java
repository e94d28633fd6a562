package org.bluelamp.alerts.delivery;

import java.util.UUID;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that a worker may send now: claimed, in time, and still wanted by its recipient.
 *
 * @param id stable across repetitions
 * @param kind what sort of item it carries
 * @param itemId which item
 * @param subscriber to whom
 * @param reasonArea the followed area that is the reason
 * @param attempts how many workers have claimed it, this one included
 * @param sealedAddress where the recipient is reached, to be opened just before sending; null where the channel keeps that
 *     itself
 */
public record ClaimedDelivery(
        UUID id,
        String kind,
        String itemId,
        UUID subscriber,
        AreaCode reasonArea,
        int attempts,
        byte @Nullable [] sealedAddress) {}
