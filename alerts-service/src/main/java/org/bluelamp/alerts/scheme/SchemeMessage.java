package org.bluelamp.alerts.scheme;

import java.time.Instant;
import java.util.UUID;

/**
 * What a coordinator wrote.
 *
 * @param scheme the name of the scheme
 */
public record SchemeMessage(UUID id, UUID schemeId, String scheme, String heading, String body, Instant sentAt) {}
