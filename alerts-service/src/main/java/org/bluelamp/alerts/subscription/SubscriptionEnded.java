package org.bluelamp.alerts.subscription;

import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/** A subscriber has stopped following an area, and may follow others; told in the transaction in which they stop. */
public record SubscriptionEnded(UUID subscriber, AreaCode area) {}
