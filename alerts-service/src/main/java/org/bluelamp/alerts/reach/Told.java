package org.bluelamp.alerts.reach;

import java.time.Instant;
import java.util.Map;
import org.bluelamp.alerts.delivery.DeliveryStatus;

/**
 * How the mails about one article went, to followers in the areas of whoever asks.
 *
 * @param slug names the article's page
 * @param title its headline
 * @param toldAt when followers were to be told
 * @param deliveries how many stand where; statuses without any are left out
 */
public record Told(String slug, String title, Instant toldAt, Map<DeliveryStatus, HeadCount> deliveries) {

    public Told {
        deliveries = Map.copyOf(deliveries);
    }
}
