package org.bluelamp.alerts.alert;

import java.time.Instant;

/**
 * An alert whose time is over.
 *
 * @param at when that was noted, soon after its end
 */
public record Expired(
        AlertId id, AlertReference reference, Provenance provenance, Messages messages, Instant at, long version)
        implements Sent {}
