package org.bluelamp.alerts.delivery;

/** There is something to send once the transaction is committed; wakes the workers of this process. */
public record DeliveriesAdded() {}
